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

# Like `run`, without what goes to stderr.
run_stdout() {
    local code=0
    printf '$'
    printf ' %s' "$@"
    echo
    "$@" 2>/dev/null || code=$?
    [ $code = 0 ] || echo "[exit $code]"
    return 0
}

# Waits until a program started in the background has written a line like the pattern; its file need not be there yet.
until_says() {
    for _ in $(seq 400); do grep -qs "$1" "$2" && return; sleep 0.05; done
    echo "never said in $2: $1"
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

# A copy of the example dashboard in ./backend whose .env names the test's database; goes there.
dashboard_project() {
    cp -r "$TOP/examples/optimizer_dashboard/backend" backend
    cd backend || exit 1
    sed -i "s|^DATABASE_URL=.*|DATABASE_URL=$DATABASE_URL|" .env
    unset DATABASE_URL
}

# A file of stdin: put PATH <<'PY'
put() {
    mkdir -p "$(dirname "$1")"
    cat >"$1"
}

# Rows of the test's database, one a line.
rows() {
    psql -X -q -A -t "$PGURL" -c "$1"
}

# What the test's database holds: the version rows, then each table's columns and indexes.
state() {
    echo "-- version: $(rows "SELECT string_agg(version_num, ' ' ORDER BY 1) FROM ${1-alembic_version}" 2>/dev/null ||
        echo 'no version table')"
    rows "SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name <> 'alembic_version' ORDER BY table_name, ordinal_position"
    rows "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname !~ '_pkc?(ey)?$' ORDER BY indexname"
}

# Random revision ids and times as fixed words.
masked() {
    sed -E 's/\b[0-9a-f]{12}\b/RANDOM/g; s/\b[0-9a-f]{12}_/RANDOM_/g
            s/[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?/NOW/g'
}

# --- transcripts that Alembic plays too -------------------------------------------------------------------------
# A test that starts projects with `fresh` and types `alembic` is played through both by tests/ref/transcripts.sh, which
# sets ALEMBIC to the reference's program and RUNNER to its Python, and what comes out must be the same.

ALEMBIC=${ALEMBIC:-retort}
RUNNER=${RUNNER:-retort run}
alembic() { command "$ALEMBIC" "$@"; }

# A new project in an empty directory.
fresh() { # TITLE [URL]
    echo "== $1"
    cd "$HOME" || exit
    rm -rf ./*
    new_project "${2-}"
}

# Like `run`: standard output, then the log on standard error, marked; hints and warnings are left out.
played() {
    local code=0
    printf '$'
    printf ' %s' "$@"
    echo
    "$@" 2>"$HOME/.stderr" || code=$?
    grep -E '^(INFO|WARNI|ERROR|DEBUG) ' "$HOME/.stderr" | sed 's/^/! /'
    rm -f "$HOME/.stderr"
    [ $code = 0 ] || echo "[exit $code]"
    return 0
}

# A record that differs from Alembic's on purpose, as the row SUBJECT of docs/differences.md says.
our_way() { # SUBJECT COMMAND...
    echo "# differs: $1"
    shift
    "$@"
    echo "# same again"
}

# Sets a key of [alembic] in alembic.ini, in the place of another of that name; without VALUE it is removed.
setting() { # KEY [VALUE, perhaps of several lines]
    awk -v key="$1" -v line="${2+$1 = $2}" '
        $1 == key { skip = 1; next }
        skip && /^[ \t]/ { next }
        { skip = 0; print }
        /^script_location/ && line != "" { print line }' alembic.ini >.ini
    mv .ini alembic.ini
}

# Runs the script of standard input.
scripted() {
    cat >script.py
    local code=0
    PYTHONPATH=. $RUNNER script.py 2>"$HOME/.stderr" || code=$?
    grep -E '^(INFO|WARNI|ERROR|DEBUG) ' "$HOME/.stderr" | sed 's/^/! /'
    [ $code = 0 ] || echo "[exit $code]"
}

# --- tests/ref: the same through $REFERENCE and through retort --------------------------------------------------

# Runs a command in copies of the current folder, ./theirs by the reference and ./ours by retort, and says whether
# exit code and standard output are the same: agree [--no-output] ARGUMENTS. REF_ENV and OUR_ENV are extra variables.
agree() {
    local output=yes theirs=0 ours=0
    if [ "$1" = --no-output ]; then output=no && shift; fi
    (cd "$HOME/theirs/${WITHIN-}" && env ${REF_ENV-} PYTHONHASHSEED=0 "$REFERENCE" "$@" >"$HOME/theirs.out" 2>"$HOME/theirs.err") || theirs=$?
    (cd "$HOME/ours/${WITHIN-}" && env ${OUR_ENV-} retort "$@" >"$HOME/ours.out" 2>"$HOME/ours.err") || ours=$?
    sed -i "s|$HOME/theirs|FOLDER|g" "$HOME/theirs.out" "$HOME/theirs.err"
    sed -i "s|$HOME/ours|FOLDER|g" "$HOME/ours.out" "$HOME/ours.err"
    if [ $theirs != $ours ]; then
        differs "$*: exit code $theirs, here $ours" "$(tail -n 3 "$HOME/theirs.err" "$HOME/ours.err")"
    elif [ $output = yes ] && ! cmp -s "$HOME/theirs.out" "$HOME/ours.out"; then
        differs "$*: output" "$(diff -u --label reference --label retort "$HOME/theirs.out" "$HOME/ours.out")"
    elif ! diff <(grep '^INFO.*Running' "$HOME/theirs.err") <(grep '^INFO.*Running' "$HOME/ours.err") >"$HOME/log.diff"; then
        differs "$*: log" "$(cat "$HOME/log.diff")"
    else
        echo "same: $*"
    fi
}

differences=0
differs() { # WHAT TEXT
    differences=$((differences + 1))
    printf 'DIFFERS: %s\n' "$@"
}
same_text() { # WHAT THEIRS OURS
    if [ "$2" = "$3" ]; then echo "same: $1"; else differs "$1" "$(diff -u --label reference --label retort <(echo "$2") <(echo "$3"))"; fi
}
# The last line of a test in tests/ref.
agreed() { [ $differences = 0 ]; }

# A private PostgreSQL server in ./pg with the databases "theirs" and "ours"; its folder is $SOCKET.
two_databases() {
    "$TESTS/pg.sh" find >/dev/null 2>&1 || skip "no PostgreSQL server programs"
    chmod 755 . .. 2>/dev/null
    mkdir -p "$HOME/pg"
    SERVER=$("$TESTS/pg.sh" start "$HOME/pg") || exit 1
    SOCKET=${SERVER##*host=}
    trap '"$TESTS/pg.sh" stop "$HOME/pg" >/dev/null 2>&1' EXIT
    psql -X -q "$SERVER" -c 'CREATE DATABASE theirs' -c 'CREATE DATABASE ours'
}
dump() { # DATABASE: its schema as text
    "$("$TESTS/pg.sh" find)/pg_dump" --schema-only --no-owner -h "$SOCKET" -U postgres "$1" |
        grep -v '^--\|^$\|^\\\(un\)\?restrict'
}
