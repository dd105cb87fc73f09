#!/usr/bin/env bash
# fixpoint.sh -- random models through autogenerate: what was made from a model differs from it in nothing; what a changed
# model asks for is found, and after it nothing is; the downgrade leaves the catalog as it was.
#
#     tests/stress/fixpoint.sh [--from SEED] [--count N] [--sqlite]      needs build/retort; PostgreSQL unless --sqlite
#
# REFERENCE=/path/to/alembic counts beside it for how many models the reference's own files and checks do that.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
retort=${RETORT:-$top/build/retort}
from=1 count=300 dialect=postgresql
while [ $# -gt 0 ]; do
    case $1 in
    --from) from=$2 && shift ;;
    --count) count=$2 && shift ;;
    --sqlite) dialect=sqlite ;;
    *) echo "fixpoint.sh: what is $1?" >&2 && exit 2 ;;
    esac
    shift
done
place=$(mktemp -d "${TMPDIR:-/tmp}/retort-fixpoint.XXXXXX")
clean_up() {
    [ -z "${SERVER-}" ] || psql -X -q "$server" -c "DROP DATABASE IF EXISTS $database" >/dev/null 2>&1
    [ ! -d "$place/pg" ] || [ -n "${SERVER-}" ] || "$top/tests/pg.sh" stop "$place/pg" >/dev/null 2>&1
    rm -rf "$place"
}
trap clean_up EXIT
chmod 755 "$place"
url=sqlite:///app.db database=fixpoint_$$
if [ $dialect = postgresql ]; then
    mkdir "$place/pg"
    server=${SERVER:-$("$top/tests/pg.sh" start "$place/pg")} || exit 1
    url="postgresql+psycopg2:${server#postgresql:}"
    url=${url/\/postgres\?/\/$database?}
fi

project() { # FOLDER
    rm -rf "$1" && mkdir -p "$1/migrations/versions" && cd "$1" || exit 1
    cp "$top/tests/fixtures/project/script.py.mako" migrations/
    cp "$top/tests/stress/fixpoint_models.py" models.py
    sed "s|@URL@|${url//|/\\|}|; s|^\[alembic\]|&\nprepend_sys_path = .|" "$top/tests/fixtures/project/alembic.ini" >alembic.ini
    cat >migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import engine_from_config, pool

from models import metadata, pg

engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, compare_server_default=True, include_schemas=pg,
                      render_as_batch=not pg)
    with context.begin_transaction():
        context.run_migrations()
PY
    if [ $dialect = postgresql ]; then
        psql -X -q "$server" -c "DROP DATABASE IF EXISTS $database" -c "CREATE DATABASE $database" 2>/dev/null
        psql -X -q "${server/\/postgres\?/\/$database?}" -c 'CREATE SCHEMA other'
    else
        rm -f app.db
    fi
}
catalog() {
    if [ $dialect = postgresql ]; then
        "$("$top/tests/pg.sh" find)/pg_dump" --schema-only --no-owner "${server/\/postgres\?/\/$database?}" | grep -v '^--\|^$\|restrict'
    else # a copied table is quoted, and its parts are in another order
        sqlite3 app.db "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name" |
            sed 's/"//g; s/, *$//' | LC_ALL=C sort
    fi
}
step() { "$@" >said 2>&1; }
# One model with one program; says the step that went wrong.
one() { # PROGRAM
    export STATE=1
    step "$1" revision --autogenerate --rev-id one -m one || { echo "first revision"; return 1; }
    step "$1" upgrade head || { echo "first upgrade"; return 1; }
    catalog >before
    step "$1" check || { echo "first check"; return 1; }
    export STATE=2
    step "$1" revision --autogenerate --rev-id two -m two || { echo "second revision"; return 1; }
    if [ ! -f migrations/versions/two_two.py ]; then return 0; fi
    step "$1" upgrade head || { echo "second upgrade"; return 1; }
    step "$1" check || { echo "second check"; return 1; }
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
        grep -v '^INFO\|^$' said | head -n "${LINES_SHOWN:-6}" | sed 's/^/    /'
    fi
    if [ -n "${REFERENCE-}" ]; then
        project "$place/theirs"
        one "$REFERENCE" >/dev/null || theirs=$((theirs + 1))
    fi
done
echo "$dialect: $((count - failed)) of $count models reach a fixpoint${REFERENCE:+; with the reference $((count - theirs))}"
[ $failed = 0 ]
