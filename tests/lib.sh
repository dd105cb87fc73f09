# shellcheck shell=bash
# lib.sh -- what the scripts of tests/cli, tests/db and tests/ref share; run.sh reads it before each of them.
# They start in an empty directory, and exit code 77 skips with the last line as the reason.

# Shows a command as typed, what it prints, and its exit code when that is not 0.
run() {
    local code=0
    printf '$'
    printf ' %s' "$@"
    echo
    "$@" 2>&1 || code=$?
    [ $code = 0 ] || echo "[exit $code]"
    return 0
}

# Like `run`, but marks what went to stderr with "! ".
run_marked() {
    local code=0
    printf '$'
    printf ' %s' "$@"
    echo
    "$@" 2>"$HOME/.stderr" || code=$?
    sed 's/^/! /' "$HOME/.stderr"
    rm -f "$HOME/.stderr"
    [ $code = 0 ] || echo "[exit $code]"
    return 0
}

# Ends the test unless the command succeeds.
must() {
    "$@" || {
        echo "failed: $*"
        exit 1
    }
}

skip() {
    echo "$*"
    exit 77
}

# A project in ./migrations for the URL given (SQLite in ./app.db without one).
new_project() {
    local url=${1:-sqlite:///app.db}
    mkdir -p migrations/versions
    cp "$TESTS/fixtures/project/env.py" "$TESTS/fixtures/project/script.py.mako" migrations/
    sed "s|@URL@|${url//|/\\|}|" "$TESTS/fixtures/project/alembic.ini" >alembic.ini
}

# A revision file: new_revision ID DOWN-REVISION|- "doc" <<'PY' (body of upgrade; after a line "---" that of downgrade)
new_revision() {
    local down="'$2'"
    [ "$2" != - ] || down=None
    {
        printf '"""%s"""\n' "$3"
        printf 'from alembic import op\nimport sqlalchemy as sa\n\n'
        printf "revision = '%s'\ndown_revision = %s\nbranch_labels = None\ndepends_on = None\n\n\n" "$1" "$down"
        echo 'def upgrade():'
        awk '$0 == "---" { print "    pass\n\n\ndef downgrade():"; seen = 1; next } { print "    " $0 }
             END { if (!seen) print "    pass\n\n\ndef downgrade():"; print "    pass" }'
    } >"migrations/versions/$1_.py"
}
