# postgresql.sh -- the example dashboard through both programs on real servers: steps, version rows, schemas, errors.
#
# The reference needs pydantic-settings for it; without that, the test is skipped.
# Judged by its exit code.
two_databases
cp -r "$TOP/examples/optimizer_dashboard/backend" theirs
cp -r "$TOP/examples/optimizer_dashboard/backend" ours
for one in theirs ours; do
    # the reference does not see schemas such as pgs_analysis
    [ $one = theirs ] || sed -i 's/^\[alembic\]/&\ncompat = true/' ours/alembic.ini
    sed -i "s|^DATABASE_URL=.*|DATABASE_URL=postgresql+asyncpg://postgres@/$one?host=$SOCKET|" $one/.env
done
(cd theirs && "$REFERENCE" current >/dev/null 2>"$HOME/try.err") ||
    skip "the reference cannot run the example: $(tail -n 1 "$HOME/try.err")"
version() { psql -X -A -t "${SERVER/\/postgres\?//$1?}" -c 'SELECT version_num FROM alembic_version ORDER BY 1' 2>&1; }
for command in current "history --verbose" "upgrade head" current "check" "downgrade -1" current "downgrade 001_initial_schema" \
    "upgrade +1" "downgrade base" "upgrade 001_initial_schema" "upgrade head" "upgrade +1" "stamp 003_add_users" "stamp head" \
    "upgrade head --sql" "downgrade 005_index_node_type:base --sql"; do
    if [ "$command" = check ]; then
        retort check --help >/dev/null 2>&1 || continue
        # shellcheck disable=SC2086
        agree --no-output $command
    else
        # shellcheck disable=SC2086
        agree $command
    fi
    same_text "version after $command" "$(version theirs)" "$(version ours)"
    same_text "schema after $command" "$(dump theirs)" "$(dump ours)"
done
for one in theirs ours; do
    cat >$one/alembic/versions/006_fails.py <<'PY'
"""fails"""
from alembic import op

revision = "006_fails"
down_revision = "005_index_node_type"


def upgrade():
    op.execute("CREATE TABLE left_over (id INT)")
    op.execute("SELECT 1/0")
PY
done
agree upgrade head
same_text "schema after a failure" "$(dump theirs)" "$(dump ours)"
agreed
