#!/bin/sh
# lint.sh -- clang-tidy over src/ with the checks of .clang-tidy; files may be named.
set -eu
cd "$(dirname "$0")/.."
tidy=$(command -v clang-tidy || ls /usr/bin/clang-tidy-* 2>/dev/null | tail -n 1)
[ -n "$tidy" ] || { echo "lint.sh: clang-tidy is not installed (Debian: apt-get install clang-tidy)" >&2; exit 1; }
[ $# -gt 0 ] || set -- $(find src -name '*.c' | LC_ALL=C sort)
flags="-std=c17 -D_GNU_SOURCE -Isrc -Ibuild/gen $(pkg-config --cflags libpcre2-8 sqlite3 bdw-gc libpq)"
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 8 sh -c '
    tidy=$1 flags=$2; shift 2
    "$tidy" --quiet "$@" -- $flags 2>/dev/null' lint "$tidy" "$flags"
echo "lint: $# files"
