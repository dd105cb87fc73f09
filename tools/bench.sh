#!/usr/bin/env bash
# bench.sh -- how far from the floor: whole processes, interleaved, medians of paired ratios.
#
#     make bench                                     retort against tools/floor.c and psql
#     make bench REFERENCE=/path/to/alembic          ... and against the reference
#     BUILD=build ROUNDS=21 tools/bench.sh [WORD]    rows whose name contains WORD
#     AIMS=1 make bench                              fails when a row misses its aim
#
# Every round runs each competitor once, in turn, so that a noisy machine is unfair to all of them alike. The ratio
# is the median of the rounds' ratios. What the floor does, its head comment says.
# Rows on PostgreSQL are left out where no server is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
top=$PWD
BUILD=$(realpath "${BUILD:-build}")
ROUNDS=${ROUNDS:-11}
only=${1-}
retort=$BUILD/retort floor=$BUILD/floor reference=${REFERENCE-}
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=
unset ALEMBIC_CONFIG DATABASE_URL
place=$(mktemp -d "${TMPDIR:-/tmp}/retort-bench.XXXXXX")
clean_up() {
    trap '' INT TERM # nothing may stop this half-way
    cd /
    [ ! -d "$place/pg" ] || "$top/tests/pg.sh" stop "$place/pg" >/dev/null 2>&1 || true
    rm -rf "$place"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
chmod 755 "$place"

# A project of COUNT revisions in a line, or in WIDTH branches on the first: a table with an index each.
project() { # DIR COUNT URL [WIDTH]
    mkdir -p "$1/migrations/versions"
    cp tests/fixtures/project/env.py tests/fixtures/project/script.py.mako "$1/migrations/"
    sed "s|@URL@|$3|" tests/fixtures/project/alembic.ini >"$1/alembic.ini"
    awk -v count="$2" -v width="${4:-1}" -v folder="$1/migrations/versions" 'BEGIN {
        for (n = 1; n <= count; n++) {
            id = sprintf("r%05d", n); file = folder "/" id "_step.py"
            parent = n > 1 ? sprintf("\"r%05d\"", n > width ? n - width : 1) : "None"
            printf "\"\"\"Step %d of many.\n\nRevision ID: %s\nCreate Date: 2025-01-01 00:00:00\n\"\"\"\n", n, id >file
            printf "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = \"%s\"\ndown_revision = %s\n", id, parent >file
            printf "branch_labels = None\ndepends_on = None\n\n\ndef upgrade() -> None:\n    op.create_table(\n" >file
            printf "        \"table_%d\",\n        sa.Column(\"id\", sa.Integer, primary_key=True),\n", n >file
            printf "        sa.Column(\"name\", sa.String(80), nullable=False),\n        sa.Column(\"note\", sa.Text()),\n" >file
            printf "        sa.Column(\"created_at\", sa.DateTime, server_default=sa.func.now()),\n    )\n" >file
            printf "    op.create_index(\"ix_table_%d_name\", \"table_%d\", [\"name\"])\n\n\ndef downgrade() -> None:\n", n, n >file
            printf "    op.drop_table(\"table_%d\")\n", n >file
            close(file)
        } }'
}

# One run of a competitor, "ms KiB"; it must succeed.
once() {
    local ms kib code
    read -r ms kib code _ < <("$floor" measure 1 "$@")
    if [ "$code" != 0 ]; then
        echo "bench.sh: exit code $code from: $*" >&2
        "$@" 2>&1 | tail -n 5 >&2 || true
        exit 1
    fi
    echo "$ms $kib"
}

missed=0
# row NAME AIM-KIND AIM SETUP: the competitors are in the arrays ours, theirs, psql, ref (empty: left out).
# AIM-KIND is "ratio" (of ours to the floor), "ms", or "part" (of the reference's time: one AIMth, where there is one).
row() {
    local name=$1 kind=$2 aim=$3 setup=$4 rounds=${5:-$ROUNDS} i who
    [[ $name == *"$only"* ]] || return 0
    : >"$place/times"
    for ((i = 0; i < rounds; i++)); do
        for who in ours theirs psql ref; do
            local -n command=$who
            [ ${#command[@]} -gt 0 ] || { echo -n "- - " >>"$place/times"; continue; }
            # the reference is slow: a third of the rounds is enough for its median
            if [ $who = ref ] && [ $((i % 3)) != 0 ]; then
                echo -n "- - " >>"$place/times"
                continue
            fi
            $setup
            echo -n "$(once "${command[@]}") " >>"$place/times"
        done
        echo >>"$place/times"
    done
    awk -v name="$name" -v kind="$kind" -v aim="$aim" '
        function median(list, n,   i, j, t) {
            for (i = 2; i <= n; i++) { t = list[i]; for (j = i; j > 1 && list[j - 1] > t; j--) list[j] = list[j - 1]; list[j] = t }
            return list[int((n + 1) / 2)]
        }
        function ms(value) { return value == "" ? "-" : sprintf("%.1f", value) }
        { ours[NR] = $1; if ($2 > peak) peak = $2; if ($4 > floor_peak) floor_peak = $4
          if ($3 != "-") { floor[++f] = $3; ratio[f] = $1 / $3 }
          if ($5 != "-") psql[++p] = $5
          if ($7 != "-") ref[++r] = $7 }
        END {
            o = median(ours, NR); x = f ? median(ratio, f) : ""; m = p ? median(psql, p) : ""; t = r ? median(ref, r) : ""
            ok = kind == "ms" ? o <= aim : kind == "ratio" ? x <= aim : kind == "part" && t != "" ? o * aim <= t : 1
            wanted = kind == "ms" ? "<= " aim " ms" : kind == "ratio" ? "<= " aim "x" : kind == "part" ? "<= 1/" aim : ""
            limit = name == "--version" ? 5 : kind == "part" ? 60 : 20
            big = peak / 1024 > limit
            printf "%-34s %9s %9s %7s  %-8s %-4s %9s %10s %6s %8.1f%s\n", name, ms(o), ms(f ? median(floor, f) : ""),
                x == "" ? "-" : sprintf("%.2fx", x), wanted, kind == "" ? "" : ok ? "ok" : "OVER", ms(m), ms(t),
                t == "" ? "-" : sprintf("%.0fx", t / o), peak / 1024, big ? " OVER" : ""
            exit !ok || big
        }' "$place/times" || missed=$((missed + 1))
}
nothing() { :; }

printf '%-34s %9s %9s %7s  %-8s %-4s %9s %10s %6s %8s\n' "median ms of $ROUNDS rounds" retort floor ratio aim "" psql reference faster "peak MB"

ours=("$retort" --version) theirs=("$floor" version) psql=() ref=(${reference:+"$reference" --version})
command -v psql >/dev/null && psql=(psql --version)
row "--version" ms 3 nothing

for count in 1000 5000; do
    [[ "heads history doctor $count" == *"$only"* ]] || [ -z "$only" ] || [[ "$only" =~ ^(heads|history|doctor) ]] || continue
    project "$place/p$count" $count sqlite:///bench.db
    cd "$place/p$count"
    psql=()
    ours=("$retort" heads) theirs=("$floor" scan migrations/versions) ref=(${reference:+"$reference" heads})
    row "heads, $count revisions" ratio 2 nothing
    ours=("$retort" history) theirs=("$floor" history migrations/versions) ref=(${reference:+"$reference" history})
    row "history, $count revisions" ratio 2 nothing
    if [ $count = 1000 ]; then
        ours=("$retort" doctor) ref=()
        row "doctor, $count revisions" ms 300 nothing
    fi
    cd "$top"
done

# --- long and wide histories, whole commands in milliseconds ------------------------------------------------------------

for shape in "in a line 1" "in 50 branches 50"; do
    [[ "heads history no-op upgrade, 5000 revisions $shape" == *"$only"* ]] || continue
    width=${shape##* } shape=${shape% *}
    project "$place/w$width" 5000 sqlite:///bench.db "$width"
    cd "$place/w$width"
    "$retort" stamp heads 2>/dev/null
    theirs=() psql=()
    for command in "history" "heads" "upgrade heads"; do
        # shellcheck disable=SC2206
        ours=("$retort" $command) ref=(${reference:+"$reference" $command})
        row "${command/upgrade heads/no-op upgrade}, 5000 $shape" ms 60 nothing
    done
    cd "$top"
done

# --- upgrades, on both databases ----------------------------------------------------------------------------------

upgrades() { # NAME URL FLOOR-URL RESET
    local kind=$1 url=$2 floor_url=$3 reset=$4 count folder
    for count in 10 100 1000; do
        folder=$place/$kind$count
        project "$folder" $count "$url"
        cd "$folder"
        "$retort" upgrade head --sql >statements.sql 2>/dev/null
        # the version table is made by the statements, so the floor's own look at it comes first
        ours=("$retort" upgrade head) theirs=("$floor" run migrations/versions "$floor_url" statements.sql)
        psql=() ref=(${reference:+"$reference" upgrade head})
        if [ "$kind" = PostgreSQL ]; then psql=(psql -X -q -v ON_ERROR_STOP=1 -f statements.sql "$url"); fi
        row "$kind: upgrade of $count" ratio 1.15 "$reset" $((count == 1000 && ROUNDS > 5 ? 5 : ROUNDS))
        $reset
        "$retort" upgrade head 2>/dev/null
        theirs=("$floor" current migrations/versions "$floor_url")
        if [ "$kind" = PostgreSQL ]; then psql=(psql -X -q -c "SELECT version_num FROM alembic_version" "$url"); fi
        ours=("$retort" current) ref=(${reference:+"$reference" current})
        row "$kind: current, $count" ratio 1.3 nothing
        ours=("$retort" upgrade head) ref=(${reference:+"$reference" upgrade head})
        row "$kind: no-op upgrade, $count" ratio 1.3 nothing
        if [ $count = 1000 ] && [ "$kind" = SQLite ]; then
            theirs=("$floor" print migrations/versions statements.sql) psql=()
            ours=("$retort" upgrade head --sql) ref=(${reference:+"$reference" upgrade head --sql})
            row "--sql of 1000" ratio 3 nothing
        fi
        cd "$top"
    done
}
new_file() { rm -f bench.db; }
# --- check of models that the database agrees with ------------------------------------------------------------------------

# COUNT tables with columns, keys, indexes and a CHECK each, and an env.py that compares them.
models_of() {
    cat >models.py <<PY
from sqlalchemy import CheckConstraint, Column, DateTime, ForeignKey, Integer, MetaData, Numeric, String, Table, Text, func

metadata = MetaData()
for n in range($1):
    Table("table_%d" % n, metadata, Column("id", Integer, primary_key=True), Column("name", String(80), nullable=False, index=True),
          Column("note", Text()), Column("price", Numeric(10, 2), server_default="0"), Column("code", String(20), unique=True),
          Column("created_at", DateTime, server_default=func.now()), CheckConstraint("price >= 0", name="ck_%d" % n),
          *([Column("ref", ForeignKey("table_%d.id" % (n - 1)))] if n else []))
PY
    cat >migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import engine_from_config, pool

from models import metadata

engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, compare_server_default=True)
    with context.begin_transaction():
        context.run_migrations()
PY
}
checks() { # NAME URL RESET
    local kind=$1 url=$2 reset=$3
    [[ "$kind: check of 500 tables" == *"$only"* ]] || return 0
    project "$place/check$kind" 0 "$url"
    cd "$place/check$kind"
    sed -i 's/^\[alembic\]/&\nprepend_sys_path = ./' alembic.ini
    models_of 500
    $reset
    "$retort" revision --autogenerate -m all >/dev/null 2>&1
    "$retort" upgrade head 2>/dev/null
    ours=("$retort" check) theirs=() psql=() ref=(${reference:+"$reference" check})
    row "$kind: check of 500 tables" part 10 nothing
    cd "$top"
}

upgrades SQLite sqlite:///bench.db sqlite:///bench.db new_file
checks SQLite sqlite:///bench.db new_file
if tests/pg.sh find >/dev/null 2>&1; then
    mkdir "$place/pg"
    server=$(tests/pg.sh start "$place/pg")
    url=${server/\/postgres\?/\/bench?}
    new_database() {
        command psql -X -q "$server" -c 'DROP DATABASE IF EXISTS bench' -c 'CREATE DATABASE bench' 2>/dev/null
    }
    upgrades PostgreSQL "$url" "$url" new_database
    checks PostgreSQL "${url/postgresql:/postgresql+psycopg2:}" new_database
else
    echo "no PostgreSQL server installed: its rows are left out"
fi
echo "$missed rows over their aim. Aims: --version 3 ms; doctor 300 ms; current and no-op upgrade 1.3x the floor; heads and history 2x"
echo "and linear; upgrade 1.15x one statement at a time; --sql 3x; check a tenth of the reference; no more than 20 MB resident in any row (5 MB: --version, 60 MB: check)."
[ -z "${AIMS-}" ] || [ "$missed" = 0 ]
