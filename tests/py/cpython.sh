#!/usr/bin/env bash
# cpython.sh -- asks an installed python3 whether the expectations of tests/py are what Python does.
#
# Files under differs/ are deliberate differences and files that import what CPython does not have are ours
# alone: neither is asked. Nothing here is part of `make check`.
set -u
cd "$(dirname "$0")/../.." || exit
python=$(command -v "${PYTHON:-python3}") || { echo "cpython.sh: no python3 here" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0

report() {
    failed=$((failed + 1))
    echo "not ok - $1"
    printf '%s\n' "$2" | head -n 20 | sed 's/^/#   /'
}

while read -r file; do
    timeout 20 "$python" "$file" >"$work/out" 2>"$work/err" </dev/null
    code=$?
    sed -n 's/^.*# expect: \{0,1\}//p' "$file" >"$work/expected"
    [ -f "${file%.py}.out" ] && cp "${file%.py}.out" "$work/expected"
    wanted=$(sed -n 's/^.*# error: //p' "$file" | head -n 1)
    kind=${wanted#* }
    if grep -qE '^(ModuleNotFoundError|ImportError)' "$work/err"; then
        skipped=$((skipped + 1))
    elif [ -n "$wanted" ] && ! grep -qF -- "${kind%%:*}" "$work/err"; then
        report "$file" "expected the error $wanted; $(tail -n 1 "$work/err")"
    elif [ -z "$wanted" ] && [ $code != 0 ]; then
        report "$file" "$(tail -n 3 "$work/err")"
    elif [ -s "$work/expected" ] && ! cmp -s "$work/expected" "$work/out"; then
        report "$file" "$(diff -u --label expected --label python "$work/expected" "$work/out")"
    else
        passed=$((passed + 1))
    fi
done < <(find tests/py -name '[!_]*.py' -not -path '*/differs/*' | sort)
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
