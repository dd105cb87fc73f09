# dashboard.sh -- the public project the example is modelled on, through both programs, when REAL_PROJECT names its
# back end: REAL_PROJECT=/path/to/backend REFERENCE=/path/to/alembic tests/run.sh tests/ref/dashboard.sh
#
# REAL_ENV is a .env file to use; without it .env.example is, with the server of the test in place of its own.
# Judged by its exit code.
[ -n "${REAL_PROJECT-}" ] || skip "REAL_PROJECT is not set"
two_databases
for one in theirs ours; do
    cp -r "$REAL_PROJECT" $one
    sed -E "s|^DB_HOST=.*|DB_HOST=|; s|^DB_NAME=.*|DB_NAME=$one|; s|^DB_USER=.*|DB_USER=postgres|" \
        "${REAL_ENV-$REAL_PROJECT/.env.example}" >$one/.env
done
# asyncpg and libpq read these when the URL names no host
export PGHOST=$SOCKET
(cd theirs && "$REFERENCE" current >/dev/null 2>"$HOME/try.err") ||
    skip "the reference cannot run the project: $(tail -n 1 "$HOME/try.err")"
(cd ours && retort current >/dev/null 2>&1) # env.py may have made a schema
head=$(cd ours && retort heads | awk '{ print $1; exit }')
for command in heads "history --verbose" current "upgrade head --sql" "upgrade head" current "downgrade -1" current \
    "upgrade +1" current "downgrade $head:base --sql" "downgrade base" current "upgrade head"; do
    # shellcheck disable=SC2086
    agree $command
    same_text "schema after $command" "$(dump theirs)" "$(dump ours)"
done
agreed
