#!/usr/bin/env bash
# fixpoint.sh -- random models through autogenerate: what was made from a model differs from it in nothing; what a changed
# model asks for is found, and after it nothing is; the downgrade leaves the catalog as it was.
#
#     tests/stress/fixpoint.sh [--from SEED] [--count N] [--sqlite] [--fresh]      needs build/retort; PostgreSQL unless --sqlite
#
# --fresh: after the second upgrade the catalog must also be that of a new database made from the changed model.
# REFERENCE=/path/to/alembic counts beside it for how many models the reference's own files and checks do that.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
retort=${RETORT:-$top/build/retort}
from=1 count=300 dialect=postgresql fresh=
while [ $# -gt 0 ]; do
    case $1 in
    --from) from=$2 && shift ;;
    --count) count=$2 && shift ;;
    --sqlite) dialect=sqlite ;;
    --fresh) fresh=yes ;;
    *) echo "fixpoint.sh: what is $1?" >&2 && exit 2 ;;
    esac
    shift
done
place=$(mktemp -d "${TMPDIR:-/tmp}/retort-fixpoint.XXXXXX")
clean_up() {
    [ -z "${SERVER-}" ] || psql -X -q "$server" -c "DROP DATABASE IF EXISTS $database" -c "DROP DATABASE IF EXISTS ${database}_fresh" >/dev/null 2>&1
    [ ! -d "$place/pg" ] || [ -n "${SERVER-}" ] || "$top/tests/pg.sh" stop "$place/pg" >/dev/null 2>&1
    rm -rf "$place"
}
trap clean_up EXIT
chmod 755 "$place"
url=sqlite:///app.db database=fixpoint_$$ here=
if [ $dialect = postgresql ]; then
    mkdir "$place/pg"
    server=${SERVER:-$("$top/tests/pg.sh" start "$place/pg")} || exit 1
    url="postgresql+psycopg2:${server#postgresql:}"
    url=${url/\/postgres\?/\/$database?} here=${server/\/postgres\?/\/$database?}
fi

new_database() {
    if [ $dialect = sqlite ]; then
        rm -f app.db
        return
    fi
    psql -X -q "$server" -c "DROP DATABASE IF EXISTS $database" -c "CREATE DATABASE $database" 2>/dev/null
    psql -X -q "$here" -c 'CREATE SCHEMA other' -c 'CREATE SCHEMA pgs_analysis' -c 'CREATE EXTENSION citext' -c 'CREATE EXTENSION hstore'
}
project() { # FOLDER
    rm -rf "$1" && mkdir -p "$1/migrations/versions" && cd "$1" || exit 1
    sed 's/^import sqlalchemy as sa$/&\nimport fixpoint_types/' "$top/tests/fixtures/project/script.py.mako" >migrations/script.py.mako
    cp "$top/tests/stress/fixpoint_models.py" models.py
    cp "$top/tests/stress/fixpoint_types.py" .
    sed "s|@URL@|${url//|/\\|}|; s|^\[alembic\]|&\nprepend_sys_path = .|" "$top/tests/fixtures/project/alembic.ini" >alembic.ini
    cat >migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import engine_from_config, pool

from fixpoint_types import pg
from models import metadata

engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, compare_server_default=True, include_schemas=pg,
                      render_as_batch=not pg)
    with context.begin_transaction():
        context.run_migrations()
PY
    new_database
}
# A line of the catalog with the statement it is a part of: columns of a table come in any order.
parts_sorted() {
    awk '{ sub(/, *$/, "") } /^[^ \t)]/ { statement = $0 } { print statement " | " $0 }' | LC_ALL=C sort
}
# A statement a line: what stands between its parentheses, a line each.
statement_parts() {
    awk '{
        depth = 0; part = ""; quote = ""; name = ""
        for (i = 1; i <= length($0); i++) {
            c = substr($0, i, 1)
            if (c == quote) quote = ""
            else if (quote == "" && (c == "\047" || c == "\"")) quote = c
            else if (quote == "" && c == "(" && depth++ == 0) { name = part; part = ""; continue }
            else if (quote == "" && c == ")") depth--
            if ((quote == "" && c == "," && depth == 1) || (c == ")" && depth == 0 && quote == "")) { show(); part = ""; continue }
            if (c != "\"") part = part c
        }
        show()
    }
    function show() { gsub(/[ \t]+/, " ", part); sub(/^ /, "", part); sub(/ $/, "", part); print name " | " part }'
}
catalog() {
    if [ $dialect = postgresql ]; then
        "$("$top/tests/pg.sh" find)/pg_dump" --schema-only --no-owner "$here" | grep -v '^--\|^$\|restrict' | parts_sorted
    else # a copied table is quoted, and its parts are in another order
        sqlite3 app.db "SELECT replace(replace(name, char(34), '') || ' ' || sql, char(10), ' ') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'" |
            statement_parts | LC_ALL=C sort
    fi
}
# Every partitioned table gets a partition, which no model tells of.
partitions() {
    psql -X -q "$here" <<'SQL'
DO $$
DECLARE t record;
BEGIN
    FOR t IN SELECT p.partrelid::regclass AS name, n.nspname, c.relname, p.partstrat FROM pg_partitioned_table p
             JOIN pg_class c ON c.oid = p.partrelid JOIN pg_namespace n ON n.oid = c.relnamespace LOOP
        EXECUTE format('CREATE TABLE %I.%I PARTITION OF %s %s', t.nspname, t.relname || ' part', t.name,
                       CASE t.partstrat WHEN 'h' THEN 'FOR VALUES WITH (MODULUS 1, REMAINDER 0)' ELSE 'DEFAULT' END);
    END LOOP;
END $$;
SQL
}
step() { "$@" >said 2>&1; }
# Beside: the same model in a new database.
compare_fresh() { # PROGRAM
    catalog >after
    mkdir beside && cp -r alembic.ini ./*.py migrations beside && cd beside || exit 1
    rm -f migrations/versions/*.py
    local url_there=$here database_there=$database
    database=${database}_fresh here=${here/$database_there/${database_there}_fresh}
    sed -i "s|$database_there|$database|" alembic.ini
    new_database
    step "$1" revision --autogenerate --rev-id one -m one && step "$1" upgrade head || { echo "fresh model"; return 1; }
    [ $dialect = sqlite ] || partitions
    catalog >fresh
    cd ..
    database=$database_there here=$url_there
    diff after beside/fresh >said || { echo "catalog of the changed model in a new database"; return 1; }
}
# One model with one program; says the step that went wrong.
one() { # PROGRAM
    export STATE=1
    step "$1" revision --autogenerate --rev-id one -m one || { echo "first revision"; return 1; }
    step "$1" upgrade head || { echo "first upgrade"; return 1; }
    [ $dialect = sqlite ] || partitions
    catalog >before
    step "$1" check || { echo "first check"; return 1; }
    export STATE=2
    local renames=()
    [ "$1" != "$retort" ] || mapfile -t renames < <("$retort" run models.py | sed '/^$/d; s/^/--rename=/')
    step "$1" revision --autogenerate --rev-id two -m two "${renames[@]}" || { echo "second revision"; return 1; }
    if [ ! -f migrations/versions/two_two.py ]; then return 0; fi
    step "$1" upgrade head || { echo "second upgrade"; return 1; }
    step "$1" check || { echo "second check"; return 1; }
    [ -z "$fresh" ] || { compare_fresh "$1" || return 1; }
    step "$1" downgrade -1 || { echo "downgrade"; return 1; }
    catalog | diff before - >said || { echo "catalog after the downgrade"; return 1; }
}

failed=0 theirs=0
export DIALECT=$dialect SEED
for ((SEED = from; SEED < from + count; SEED++)); do
    project "$place/ours"
    if ! what=$(one "$retort"); then
        failed=$((failed + 1))
        echo "seed $SEED: $what"
        grep -v '^INFO\|^$\|^ *Traceback\|^ *File ' said | head -n "${LINES_SHOWN:-6}" | sed 's/^/    /'
    fi
    if [ -n "${REFERENCE-}" ]; then
        project "$place/theirs"
        one "$REFERENCE" >/dev/null || theirs=$((theirs + 1))
    fi
done
echo "$dialect: $((count - failed)) of $count models reach a fixpoint${REFERENCE:+; with the reference $((count - theirs))}"
[ $failed = 0 ]
