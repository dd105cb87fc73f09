#!/usr/bin/env bash
# cpython.sh -- asks an installed CPython whether the expectations of tests/py are what it does.
#
#     tests/py/cpython.sh [FILE...]          PYTHON=python3 chooses the program; BLESS=1 writes the .out files
#
# Scripts marked "# python: 3.12" need that version: under another they are skipped, and counted.
set -u
cd "$(dirname "$0")/../.." || exit
for program in ${PYTHON:-python3.12 python3}; do
    "$program" -c 'import sys; print("Python", sys.version)' 2>/dev/null && PYTHON=$program && break
done
[ -n "${PYTHON:-}" ] || { echo "cpython.sh: no python3 here" >&2; exit 1; }
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
export PYTHON WORK LIMIT=${LIMIT:-60} BLESS=${BLESS:-} LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1
[ $# -gt 0 ] || set -- $(find tests/py -name '[!_]*.py' | sort)
printf '%s\n' "$@" | xargs -P "$(nproc 2>/dev/null || echo 2)" -n 50 sh -c 'perl tests/py.pl "$@" >"$WORK/tap.$$"' sh
cat "$WORK"/tap.* >"$WORK/all"
grep -v '^ok' "$WORK/all"
skipped=$(grep -c '^ok.*# SKIP' "$WORK/all")
[ "$skipped" = 0 ] || grep '^ok.*# SKIP' "$WORK/all" | sed 's/.*# SKIP/skipped:/' | sort | uniq -c
failed=$(grep -c '^not ok' "$WORK/all")
echo "$(($(grep -c '^ok' "$WORK/all") - skipped)) passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
