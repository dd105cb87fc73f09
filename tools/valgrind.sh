#!/bin/sh
# valgrind.sh -- the unit tests under valgrind, on the MEM=malloc heap (memory is never freed by design, so
# leaks are not looked for). valgrind.sh BUILD-DIRECTORY [PROGRAM...]
set -eu
cd "$(dirname "$0")/.."
build=$1
shift
command -v valgrind >/dev/null || { echo "valgrind.sh: valgrind is not installed (Debian: apt-get install valgrind)" >&2; exit 1; }
[ $# -gt 0 ] || set -- $(ls -d "$build"/unit/*)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
for program; do
    if valgrind -q --error-exitcode=99 --leak-check=no --track-origins=yes "$program" >"$log" 2>&1; then
        echo "ok - $program"
    else
        failed=$((failed + 1))
        echo "not ok - $program"
        grep -v '^ok' "$log" | head -n 40 | sed 's/^/#   /'
    fi
done
echo "$(($# - failed)) passed, $failed failed, 0 skipped"
[ $failed = 0 ]
