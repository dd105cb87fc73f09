#!/usr/bin/env bash
# sigkill.sh -- kills migrations at random moments, up and down, on PostgreSQL and SQLite, with one transaction for all and
# with one for each revision: the version row always equals what the schema shows, and the next run completes.
#
#     ROUNDS=300 BUILD=build tests/stress/sigkill.sh      `make check` runs few rounds (tests/db/sigkill.sh), `make stress` all
set -u
TOP=$(cd "$(dirname "$0")/../.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$TOP/$BUILD ;; esac
PATH=$BUILD:$PATH TESTS=$TOP/tests
export TESTS
. "$TESTS/lib.sh"
ROUNDS=${ROUNDS:-300}
LAST=12
WORK=$(mktemp -d "${TMPDIR:-/tmp}/retort-sigkill.XXXXXX")
chmod 755 "$WORK"
OWN=
finish() {
    [ -z "$OWN" ] || "$TESTS/pg.sh" stop "$WORK/pg" >/dev/null 2>&1
    rm -rf "$WORK"
}
trap finish EXIT
cd "$WORK" || exit
if [ -z "${PGURL-}" ]; then
    OWN=yes
    PGURL=$("$TESTS/pg.sh" start "$WORK/pg") || exit 1
fi

# Each revision makes two tables and moves a row, so that a half done one can be told.
history_of() { # URL CONFIGURE
    rm -rf migrations alembic.ini app.db*
    new_project "$1"
    sed -i "s/target_metadata=target_metadata)/target_metadata=target_metadata, $2)/" migrations/env.py
    local down=- i
    for i in $(seq $LAST); do
        new_revision "r$i" "$down" "Revision $i" <<PY
op.create_table("a$i", sa.Column("id", sa.Integer, primary_key=True))
op.execute("INSERT INTO a$i VALUES ($i)")
op.create_table("b$i", sa.Column("id", sa.Integer, primary_key=True))
op.create_index("ix_b$i", "b$i", ["id"])
op.execute("INSERT INTO b$i SELECT id FROM a$i")
---
op.drop_table("a$i")
op.drop_index("ix_b$i", table_name="b$i")
op.drop_table("b$i")
PY
        down=r$i
    done
}

ask() {
    if [ "$DATABASE" = postgresql ]; then psql -X -q -A -t "$PGURL" -c "$1"; else sqlite3 -cmd '.timeout 5000' app.db "$1"; fi
}
tables() {
    if [ "$DATABASE" = postgresql ]; then
        ask "SELECT relname FROM pg_class WHERE relname ~ '^(a|b|ix_b)[0-9]+$' ORDER BY 1"
    else
        ask "SELECT name FROM sqlite_master WHERE name GLOB '[ab][0-9]*' OR name GLOB 'ix_b*' ORDER BY 1"
    fi
}
# What the killed process began may still be running in the server.
settle() {
    [ "$DATABASE" = postgresql ] || return
    while [ "$(ask "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'retort%' AND datname = current_database()")" != 0 ]; do
        sleep 0.01
    done
}
expected() { # N: the objects of the first N revisions
    local i
    for i in $(seq "$1"); do printf 'a%s\nb%s\nix_b%s\n' "$i" "$i" "$i"; done | LC_ALL=C sort
}
at_version() {
    local row
    row=$(ask 'SELECT version_num FROM alembic_version' 2>/dev/null)
    echo "${row#r}"
}

failures=0
kills=0
check() { # WHAT
    local version got
    version=$(at_version)
    got=$(tables | LC_ALL=C sort)
    [ "$got" = "$(expected "${version:-0}")" ] && return
    failures=$((failures + 1))
    echo "round $round, $DATABASE, $MODE, $1: at '${version}' but there is: $(echo "$got" | tr '\n' ' ')"
}
killed_run() { # ARGUMENTS
    local code=0
    local after
    after=$(awk -v r=$RANDOM -v most="$MOST" 'BEGIN { printf "%.4f", 0.002 + r / 32768 * most }')
    { timeout -s KILL "$after" retort "$@" >out 2>&1 || code=$?; } 2>/dev/null
    if [ $code = 137 ]; then
        kills=$((kills + 1))
    else # it was faster than the first one
        MOST=$(awk -v most="$MOST" 'BEGIN { print most * 0.9 }')
    fi
    settle
    check "killed $*"
}
whole_run() { # ARGUMENTS
    retort "$@" >out 2>&1 || {
        failures=$((failures + 1))
        echo "round $round, $DATABASE, $MODE: '$*' after a kill failed:"
        tail -n 5 out
    }
    check "$*"
}
milliseconds() { date +%s%3N; }

# Half of the kills while upgrading, half while downgrading.
rounds() { # DATABASE MODE CONFIGURE URL COUNT
    DATABASE=$1 MODE=$2
    history_of "$4" "$3"
    [ "$DATABASE" = sqlite ] || psql -X -q "$PGURL" -c 'SET client_min_messages = error; DROP SCHEMA public CASCADE; CREATE SCHEMA public'
    local start
    round=0
    whole_run upgrade head
    whole_run downgrade base
    start=$(milliseconds)
    whole_run upgrade head
    MOST=$(awk -v ms=$(($(milliseconds) - start)) 'BEGIN { print ms / 1000 }')
    whole_run downgrade base
    local before=$kills
    for round in $(seq $(($5 * 12))); do
        [ $((kills - before)) -lt "$5" ] || break
        if [ $((round % 2)) = 1 ]; then
            killed_run upgrade head
            whole_run upgrade head
        else
            killed_run downgrade base
            whole_run downgrade base
        fi
    done
}

PG=${PGURL/postgresql:/postgresql+psycopg2:}
each=$(((ROUNDS + 3) / 4))
rounds postgresql "one transaction" transaction_per_migration=False "$PG" $each
rounds postgresql "a transaction for each" transaction_per_migration=True "$PG" $each
rounds sqlite "a transaction for each" transaction_per_migration=True sqlite:///app.db $each
rounds sqlite "one transaction" transactional_ddl=True sqlite:///app.db $each
echo "$kills runs killed, $failures failures"
[ $failures = 0 ] && [ $kills -gt 0 ]
