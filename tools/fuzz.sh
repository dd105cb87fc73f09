#!/bin/sh
# fuzz.sh -- libFuzzer on everything that reads text: tests/fuzz/fuzz_*.c, each with the sources of the
# folders below it.
#
#     tools/fuzz.sh [SECONDS [NAME...]]        default: 60 seconds each, all of them
#
# A harness names the highest folder it needs in its first lines ("floor: base"), seeds lie in
# tests/fuzz/corpus/NAME and in the folder of its "seeds:" line, and an input that breaks it is kept in tests/fuzz/crashes/NAME.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
compiler=$(command -v clang || ls /usr/bin/clang-[0-9]* 2>/dev/null | tail -n 1)
[ -n "$compiler" ] || { echo "fuzz.sh: clang is not installed (Debian: apt-get install clang)" >&2; exit 1; }
[ $# -gt 0 ] || set -- $(ls tests/fuzz/fuzz_*.c | sed 's|.*/fuzz_||; s|\.c$||')
build=${BUILD:-build}/fuzz
mkdir -p "$build"
top=$PWD
build=$(cd "$build" && pwd)

# Archives of the folders up to FLOOR, with sanitizers and coverage.
archives_for() {
    folders=$(sed -n 's/^FOLDERS *:= *//p' tools/build.mk)
    for folder in $folders; do
        echo "$folder"
        [ "$folder" != "$1" ] || return 0
    done
}

# An input at which memory ran out is a finding only if it needs so much by itself.
forget_full_processes() { # NAME
    for input in "tests/fuzz/crashes/$1"/oom-*; do
        [ -f "$input" ] || continue
        if ASAN_OPTIONS=detect_leaks=0 "$build/fuzz_$1" -detect_leaks=0 -rss_limit_mb=1024 -timeout=10 "$input" >/dev/null 2>&1; then
            rm "$input"
        fi
    done
}

failed=0
for name; do
    source=tests/fuzz/fuzz_$name.c
    floor=$(sed -n 's/.*floor: *\([a-z]*\).*/\1/p' "$source" | head -n 1)
    seeds=$(sed -n 's/.*seeds: *\([^ ]*\).*/\1/p' "$source" | head -n 1)
    folders=$(archives_for "${floor:-base}")
    make --no-print-directory -s CC="$compiler" BUILD="$build" MEM=malloc DEV=0 OPT="-O1 -DVM_BUDGET" \
        SAN="address,undefined,fuzzer-no-link -fno-sanitize=pointer-overflow" $(for f in $folders; do echo "folder-$f"; done) >"$build/$name.log" 2>&1 || {
        tail -n 20 "$build/$name.log"
        exit 1
    }
    libraries=$(for f in $folders; do [ ! -f "$build/lib/lib$f.a" ] || echo "$build/lib/lib$f.a"; done)
    $compiler -std=c17 -D_GNU_SOURCE -DMEM_MALLOC -g -O1 -fsanitize=address,undefined,fuzzer -fno-sanitize=pointer-overflow -Isrc -Itests/unit -I"$build/gen" \
        -o "$build/fuzz_$name" "$source" -Wl,--start-group $libraries -Wl,--end-group \
        $(pkg-config --libs libpcre2-8 sqlite3) -lgmp -lm -ldl
    mkdir -p "tests/fuzz/corpus/$name" "$build/found/$name" "tests/fuzz/crashes/$name"
    echo "fuzz $name: $seconds s"
    # nothing is freed by design: no leak check, and a fresh process before memory runs out
    # what a script writes lands in the build folder
    code=0
    (cd "$build/found" && ASAN_OPTIONS=detect_leaks=0 "$build/fuzz_$name" -max_total_time="$seconds" -detect_leaks=0 -rss_limit_mb=4096 -timeout=10 -close_fd_mask=1 \
        -print_final_stats=0 -verbosity=0 -fork=1 -ignore_ooms=1 -artifact_prefix="$top/tests/fuzz/crashes/$name/" \
        "$build/found/$name" "$top/tests/fuzz/corpus/$name" ${seeds:+"$top/$seeds"} >"$build/$name.log" 2>&1) || code=$?
    forget_full_processes "$name"
    # 71: the last process was full
    if [ $code != 0 ] && { [ $code != 71 ] || [ -n "$(ls "tests/fuzz/crashes/$name")" ]; }; then
        failed=$((failed + 1))
        grep -E 'ERROR|SUMMARY|runtime error' "$build/$name.log" | head -n 5
        ls "tests/fuzz/crashes/$name"
    fi
    rmdir "tests/fuzz/crashes/$name" "tests/fuzz/corpus/$name" 2>/dev/null || true
done
rmdir tests/fuzz/crashes tests/fuzz/corpus 2>/dev/null || true
echo "$(($# - failed)) passed, $failed failed, 0 skipped"
[ $failed = 0 ]
