#!/usr/bin/env bash
# run.sh -- every test, or the groups named; two at a time. The last line is "N passed, N failed, N skipped".
#
#     tests/run.sh [GROUP...] [FILE...]      groups: unit py ops sqlite autogen online cli db ref; a file runs alone
#     BLESS=1 tests/run.sh cli               write what comes out into the .out files
#
# unit  programs of build/unit (TAP) and tests/unit/*.sh (TAP)
# py    tests/py/**/*.py under `retort run`: "# expect:" lines or a sibling .out = stdout (tests/py.pl explains)
# ops   tests/ops/*.txt: script, then the SQL each dialect must print (tests/ops.pl explains the format)
# sqlite  tests/sqlite/*.txt: a SQLite database, a revision, and the database then (tests/sqlite.pl explains)
# autogen  tests/autogen/*.txt: a database and models, then the file that autogenerate must write (tests/autogen.pl explains)
# online  tests/online/*.out: cases of tests/ops and histories on real databases, what is there then (tests/online.pl explains)
# cli   tests/cli/*.sh in an empty directory, their transcript compared with the sibling .out
# db    tests/db/*.sh the same, with $DATABASE_URL and $PGURL of a database of their own
# ref   tests/ref/*.sh with $REFERENCE, the alembic program to compare with; skipped without it. And the scripts of tests/cli
#       that say "Alembic plays it too" through $REFERENCE and $REFERENCE_PYTHON (python3), compared with the same .out
set -u
cd "$(dirname "$0")/.." || exit
TOP=$PWD
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$TOP/$BUILD ;; esac
JOBS=${JOBS:-$(nproc 2>/dev/null || echo 2)}
LIMIT=${LIMIT:-120}
export TOP BUILD JOBS LIMIT BLESS=${BLESS:-} WORK=${WORK:-}

# --- one test file: TAP on stdout -------------------------------------------------------------------

fail() { # NAME [TEXT...]
    echo "not ok - $1"
    shift
    printf '%s\n' "$@" | head -n 60 | sed 's/^/#   /'
}

# Compares files; on a difference says what (- expected, + got).
same() { # NAME EXPECTED GOT
    if cmp -s "$2" "$3"; then
        echo "ok - $1"
    else
        fail "$1" "$(diff -u --label expected --label got "$2" "$3" 2>&1)"
    fi
}

# The same but for what `our_way` marks, each by a row of docs/differences.md.
same_played() { # NAME EXPECTED GOT
    local subject
    for part in "$2" "$3"; do sed '/^# differs: /,/^# same again$/d' "$part" >"$TEMP/${part##*/}.same"; done
    grep '^# differs: ' "$2" | sed 's/^# differs: //' | sort -u | while read -r subject; do
        grep -qF "| $subject |" docs/differences.md || fail "$1" "no row of docs/differences.md is called '$subject'"
    done
    same "$1 played by Alembic" "$TEMP/${2##*/}.same" "$TEMP/${3##*/}.same"
}

ended_badly() { # EXIT-CODE: words for it
    case $1 in
    124 | 137) echo "took longer than $LIMIT s" ;;
    134 | 139) echo "crashed" ;;
    *) echo "exit code $1" ;;
    esac
}

run_unit() {
    local name=${1##*/} code=0
    [ ! -s "$WORK/pg.url" ] || export RETORT_TEST_PG=${RETORT_TEST_PG:-$(cat "$WORK/pg.url")}
    timeout "$LIMIT" "$1" >"$TEMP/out" 2>&1 </dev/null || code=$?
    sed -En "s,^(ok|not ok) [0-9 ]*-,\1 - $name:,p; /^#/p" "$TEMP/out"
    grep -q '^not ok' "$TEMP/out" && return
    [ $code = 0 ] || fail "$name" "$(ended_badly $code)" "$(tail -n 20 "$TEMP/out")"
}

# Many scripts a process: starting one is dearer than running it.
run_py() {
    perl "$TOP/tests/py.pl" "$@"
}

run_ops() {
    perl "$TOP/tests/ops.pl" "$1" "$TEMP"
}

run_sqlite() {
    perl "$TOP/tests/sqlite.pl" "$1" "$TEMP"
}

# A file of cases on SQLite and, where there is one, on PostgreSQL in a database of its own.
run_on_databases() { # SCRIPT FILE
    local url name
    if [ -s "$WORK/pg.url" ]; then
        url=$(cat "$WORK/pg.url")
        name=$(basename "$1" .pl)_$(basename "${2%.*}" | tr -c 'a-z0-9\n' _)_$$
        psql -X -q "$url" -c "CREATE DATABASE $name" >"$TEMP/createdb" 2>&1 || {
            fail "$2" "cannot create its database" "$(cat "$TEMP/createdb")"
            return
        }
        url=$(echo "$url" | sed -E "s|^postgres[a-z]*://([^/]*)/[^?]*|postgresql+psycopg2://\1/$name|")
        perl "$TOP/tests/$1" "$2" "$TEMP" "postgresql=$url"
    else
        perl "$TOP/tests/$1" "$2" "$TEMP"
    fi
}

run_autogen() {
    run_on_databases autogen.pl "$1"
}

run_online() {
    (unset REFERENCE; run_on_databases online.pl "$1")
}

# A script in an empty directory. In its transcript that directory is written DIR, the socket's PGDIR, its
# database DATABASE and this tree TOP.
run_script() {
    local file=$1 code=0 name=${1##*/} path
    mkdir "$TEMP/dir"
    path=$(realpath "$file")
    (cd "$TEMP/dir" && timeout "$LIMIT" env HOME="$TEMP/dir" PATH="$BUILD:$PATH" TESTS="$TOP/tests" \
        bash -c '. "$TESTS/lib.sh"; . "$1"' "$name" "$path") >"$TEMP/raw" 2>&1 </dev/null || code=$?
    sed -e "s|$TEMP/dir|DIR|g" -e "s|$WORK/pg|PGDIR|g" -e "s|${DATABASE:-/no database/}|DATABASE|g" \
        -e "s|$TOP|TOP|g" "$TEMP/raw" >"$TEMP/out"
    if [ "$code" = 77 ]; then
        echo "ok - $file # SKIP $(tail -n 1 "$TEMP/out")"
    elif [ $code != 0 ]; then
        fail "$file" "$(ended_badly $code)" "$(tail -n 40 "$TEMP/out")"
    elif grep -q '^# Judged by its exit code' "$file"; then
        echo "ok - $file"
    elif [ -n "$BLESS" ]; then
        cp "$TEMP/out" "${file%.sh}.out"
        echo "ok - $file"
    elif [ "$2" = played ]; then
        same_played "$file" "${file%.sh}.out" "$TEMP/out"
    elif [ -f "${file%.sh}.out" ]; then
        same "$file" "${file%.sh}.out" "$TEMP/out"
    else
        fail "$file" "has no ${file%.sh}.out; write it with BLESS=1 and read it"
    fi
}

# A database of its own: the cluster's URL with another name.
run_db() { # FILE [played]
    [ -f "$WORK/pg.url" ] || { echo "ok - $1 # SKIP no PostgreSQL server programs"; return; }
    [ -s "$WORK/pg.url" ] || { fail "$1" "the private PostgreSQL server did not start"; return; }
    local url name
    url=$(cat "$WORK/pg.url")
    name=t_$(basename "$1" .sh | tr -c 'a-z0-9\n' _)_$$
    DATABASE=$name
    psql -X -q "$url" -c "CREATE DATABASE $name" >"$TEMP/createdb" 2>&1 || {
        fail "$1" "cannot create its database" "$(cat "$TEMP/createdb")"
        return
    }
    PGURL=$(echo "$url" | sed -E "s|^(postgres[a-z]*://[^/]*)/[^?]*|\1/$name|")
    DATABASE_URL=$(echo "$PGURL" | sed -E 's|^postgres[a-z]*://|postgresql+asyncpg://|')
    export PGURL DATABASE_URL
    run_script "$1" "${2-db}"
}

run_ref() {
    [ -n "${REFERENCE:-}" ] || { echo "ok - $1 # SKIP REFERENCE is not set"; return; }
    LIMIT=$((LIMIT * 10)) # a second for each command
    case $1 in
    */db/*) ALEMBIC=$REFERENCE RUNNER=${REFERENCE_PYTHON:-python3} PYTHONHASHSEED=0 run_db "$1" played ;;
    */cli/*) ALEMBIC=$REFERENCE RUNNER=${REFERENCE_PYTHON:-python3} PYTHONHASHSEED=0 run_script "$1" played ;;
    *) run_script "$1" ref ;;
    esac
}

if [ "${1-}" = --one ]; then
    TEMP=$(mktemp -d "$WORK/job.XXXXXX")
    case $2 in
    cli) run_script "$3" cli ;;
    py) run_py "${@:3}" ;;
    *) "run_$2" "$3" ;;
    esac >"$TEMP/tap" 2>&1
    grep -qE '^(not )?ok' "$TEMP/tap" || fail "$3" "gave no result" "$(cat "$TEMP/tap")" >>"$TEMP/tap"
    # one write per file, so that reports do not mix
    grep -v '^ok' "$TEMP/tap" >"$TEMP/report" && cat "$TEMP/report"
    cat "$TEMP/tap" >>"$WORK/tap.$$"
    rm -rf "$TEMP"
    exit 0
fi

# --- the whole run ----------------------------------------------------------------------------------

# Folders of a group, slowest first so that the last job is a short one.
list() {
    case $1 in
    db) ls tests/db/*.sh ;;
    online) ls tests/online/*.out ;;
    ops) ls tests/ops/*.txt ;;
    sqlite) ls tests/sqlite/*.txt ;;
    autogen) ls tests/autogen/*.txt ;;
    cli) ls tests/cli/*.sh ;;
    unit) ls -d "$BUILD"/unit/* tests/unit/*.sh ;;
    py) find tests/py -name '[!_]*.py' | sort | xargs -r -n 50 ;;
    ref) ls tests/ref/*.sh && grep -l 'Alembic plays it too' tests/cli/*.sh tests/db/*.sh ;;
    esac 2>/dev/null | sed "s|^|$1 |"
}

group_of() {
    case $1 in
    */sqlite/*.txt) echo sqlite ;;
    */autogen/*) echo autogen ;;
    */online/*) echo online ;;
    *.txt) echo ops ;;
    */cli/*) echo cli ;;
    */db/*) echo db ;;
    */ref/*) echo ref ;;
    *.py) echo py ;;
    *) echo unit ;;
    esac
}

start=$(date +%s)
WORK=$(mktemp -d "${TMPDIR:-/tmp}/retort-tests.XXXXXX")
export WORK LC_ALL=C.UTF-8 TZ=UTC COLUMNS=80 NO_COLOR=1 PYTHONDONTWRITEBYTECODE=1
# nothing is freed by design
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0} UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
unset DATABASE_URL PGURL ALEMBIC_CONFIG MAKEFLAGS MAKELEVEL MFLAGS
finish() {
    [ ! -f "$WORK/pg.url" ] || tests/pg.sh stop "$WORK/pg" >/dev/null 2>&1
    rm -rf "$WORK"
}
trap finish EXIT
trap 'exit 130' INT TERM

jobs() {
    for what in "$@"; do
        if [ -e "$what" ]; then
            echo "$(group_of "$what") $what"
        else
            list "$what"
        fi
    done
}
[ $# -gt 0 ] || set -- db online autogen ops sqlite cli unit py ref
jobs "$@" >"$WORK/jobs"
if grep -qE '^(db|autogen|online) |db-test_pg|/db/' "$WORK/jobs" && tests/pg.sh find >/dev/null 2>&1; then
    chmod 755 "$WORK" # the cluster may belong to another user
    tests/pg.sh start "$WORK/pg" >"$WORK/pg.url" 2>"$WORK/pg.err" </dev/null || {
        fail "tests/pg.sh start" "$(cat "$WORK/pg.err")" | tee "$WORK/tap.pg"
        : >"$WORK/pg.url"
    }
fi
xargs -a "$WORK/jobs" -r -P "$JOBS" -L 1 tests/run.sh --one
cat "$WORK"/tap.* >"$WORK/all" 2>/dev/null

skipped=$(grep -c '^ok.*# SKIP' "$WORK/all")
passed=$(($(grep -c '^ok' "$WORK/all") - skipped))
failed=$(grep -c '^not ok' "$WORK/all")
[ "$skipped" = 0 ] || grep '^ok.*# SKIP' "$WORK/all" | sed 's/.*# SKIP/skipped:/' | sort | uniq -c
echo "$(wc -l <"$WORK/jobs") test files in $(($(date +%s) - start)) s"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
