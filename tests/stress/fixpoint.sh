#!/usr/bin/env bash
# fixpoint.sh -- random models through autogenerate: what was made from a model differs from it in nothing; what a changed
# model asks for is found, and after it nothing is; the downgrade leaves the catalog as it was.
#
#     tests/stress/fixpoint.sh [--from SEED] [--count N] [--sqlite] [--fresh]      needs build/retort; PostgreSQL unless --sqlite
#
# --fresh: after the second upgrade the catalog must also be that of a new database made from the changed model.
# REFERENCE=/path/to/alembic counts beside it for how many models the reference's own files and checks do that.
# LINES_SHOWN=6 of what went wrong; SERVER=postgresql://... instead of a server of its own. The models: fixpoint_models.py.
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
chmod 755 "$place"
. "$top/tests/stress/fixpoint_database.sh"
trap 'databases_end; rm -rf "$place"' EXIT
databases_begin

# --- a project ----------------------------------------------------------------------------------------------------------

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
}

# --- one model with one program: each step says what went wrong ------------------------------------------------------------

try() { # STEP COMMAND...
    local step=$1
    shift
    "$@" >said 2>&1 || { echo "$step" && return 1; }
}
# $program and $STATE say whose file it is, and of which form of the models.
make_first() {
    export STATE=1
    try "first revision" "$program" revision --autogenerate --rev-id one -m one &&
        try "first upgrade" "$program" upgrade head && partitions && catalog >before &&
        try "first check" "$program" check
}
make_second() {
    export STATE=2
    local renames=()
    [ "$program" != "$retort" ] || mapfile -t renames < <("$retort" run models.py | sed '/^$/d; s/^/--rename=/')
    try "second revision" "$program" revision --autogenerate --rev-id two -m two "${renames[@]}"
}
upgrade_to_second() {
    try "second upgrade" "$program" upgrade head && try "second check" "$program" check
}
go_back() {
    try "downgrade" "$program" downgrade -1 && catalog >back && try "catalog after the downgrade" diff before back
}
# The changed model in a new database, beside.
compare_fresh() {
    [ -n "$fresh" ] || return 0
    local used=$database code=0
    catalog | as_in_a_new_database >after
    mkdir beside && cp -r alembic.ini ./*.py migrations beside && rm -f beside/migrations/versions/*.py
    [ $dialect = sqlite ] || use_database "${used}_fresh"
    sed -i "s|/$used?|/$database?|" beside/alembic.ini
    (cd beside && new_database && try "fresh revision" "$program" revision --autogenerate --rev-id one -m one &&
        try "fresh upgrade" "$program" upgrade head && partitions && catalog | as_in_a_new_database >../wanted) || code=1
    [ $code = 0 ] || cp beside/said said
    [ $dialect = sqlite ] || use_database "$used"
    [ $code = 0 ] && try "catalog of the changed model in a new database" diff after wanted
}
one() { # PROGRAM
    local program=$1
    make_first && make_second || return 1
    [ -f migrations/versions/two_two.py ] || return 0 # nothing changed
    upgrade_to_second && compare_fresh && go_back
}

# --- all ------------------------------------------------------------------------------------------------------------------

show_failure() { # SEED STEP
    echo "seed $1: $2"
    grep -v '^INFO\|^$\|^ *Traceback\|^ *File ' said | head -n "${LINES_SHOWN:-6}" | sed 's/^/    /'
}
failed=0 theirs=0
export DIALECT=$dialect SEED
for ((SEED = from; SEED < from + count; SEED++)); do
    project "$place/ours" && new_database
    if ! step=$(one "$retort"); then
        failed=$((failed + 1))
        show_failure $SEED "$step"
    fi
    if [ -n "${REFERENCE-}" ]; then
        project "$place/theirs" && new_database
        one "$REFERENCE" >/dev/null || theirs=$((theirs + 1))
    fi
done
echo "$dialect: $((count - failed)) of $count models reach a fixpoint${REFERENCE:+; with the reference $((count - theirs))}"
[ $failed = 0 ]
