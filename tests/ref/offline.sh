# offline.sh -- --sql of the projects of tests/cli/offline_*.sh through both programs, bytes equal.
# Judged by its exit code.
for test in "$TESTS"/cli/offline_*.sh; do
    name=$(basename "$test" .sh)
    mkdir -p "$HOME/$name.theirs/bin" "$HOME/$name.ours"
    printf '#!/bin/sh\nPYTHONHASHSEED=0 exec %s "$@" 2>/dev/null\n' "$REFERENCE" >"$HOME/$name.theirs/bin/retort"
    chmod +x "$HOME/$name.theirs/bin/retort"
    (cd "$HOME/$name.theirs" && HOME=$PWD PATH="$PWD/bin:$PATH" bash -c '. "$TESTS/lib.sh"; . "$1"' . "$test") >"$name.1" 2>/dev/null
    (cd "$HOME/$name.ours" && HOME=$PWD bash -c '. "$TESTS/lib.sh"; . "$1"' . "$test") >"$name.2" 2>/dev/null
    # what is on stderr only, and the rows whose order the reference takes from sets, are not compared
    clean() { grep -v '^!\|^INFO\|^FAILED\|^ERROR\|^error\|^hint\|^DIR\|error\[' "$1" | sed '/^BEGIN;$/{N;/^BEGIN;\n$/!P;}'; }
    if [ "$name" = offline_branches ]; then
        clean() { grep '^\$\|^-- Running' "$1"; }
    fi
    same_text "$name" "$(clean "$name.1")" "$(clean "$name.2")"
done
agreed
