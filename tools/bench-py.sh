#!/usr/bin/env bash
# bench-py.sh -- the evaluator against CPython: small programs typical of data migrations, whole processes.
#
#     make bench-py                               retort run against python3
#     PYTHON=python3.12 ROUNDS=11 make bench-py   against another interpreter, more rounds
#     BUILD=build tools/bench-py.sh [WORD]        programs of tests/bench whose name contains WORD
#     AIMS=1 make bench-py                        fails when an aim is missed
#
# Every round runs both in turn and the ratio is the median of the rounds' ratios, so that a noisy machine is unfair to
# both alike. The time is the processor's, user and system, of the whole process. "net" is the time without start-up: that of an empty program, measured in the same rounds, is taken off.
# Both must print the same.
set -euo pipefail
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
ROUNDS=${ROUNDS:-5}
python=${PYTHON:-python3}
only=${1-}
command -v "$python" >/dev/null || { echo "bench-py.sh: no $python here: nothing to compare with"; exit 0; }
export LC_ALL=C.UTF-8
place=$(mktemp -d "${TMPDIR:-/tmp}/retort-bench-py.XXXXXX")
trap 'rm -rf "$place"' EXIT
: >"$place/empty.py"

once() { # ms KiB of one run
    local ms kib code _
    read -r _ kib code ms < <("$BUILD/floor" measure 1 "$@")
    [ "$code" = 0 ] || { echo "bench-py.sh: exit code $code from: $*" >&2; exit 1; }
    echo "$ms $kib"
}

printf '%-22s %9s %9s %7s %7s %8s %8s\n' "median of $ROUNDS rounds" "retort ms" "python ms" whole net "MB" "python MB"
for file in tests/bench/*.py; do
    name=$(basename "$file" .py)
    [[ $name == *"$only"* ]] || continue
    "$BUILD/retort" run "$file" >"$place/ours"
    "$python" "$file" >"$place/theirs"
    cmp -s "$place/ours" "$place/theirs" || { echo "bench-py.sh: $file prints something else" >&2; exit 1; }
    for ((i = 0; i < ROUNDS; i++)); do
        echo "$(once "$BUILD/retort" run "$file") $(once "$python" "$file")" \
            "$(once "$BUILD/retort" run "$place/empty.py") $(once "$python" "$place/empty.py")"
    done | awk -v name="$name" '
        function median(list, n,   i, j, t) {
            for (i = 2; i <= n; i++) { t = list[i]; for (j = i; j > 1 && list[j - 1] > t; j--) list[j] = list[j - 1]; list[j] = t }
            return list[int((n + 1) / 2)]
        }
        { ours[NR] = $1; theirs[NR] = $3; whole[NR] = $1 / $3; net[NR] = ($1 - $5) / ($3 - $7)
          if ($2 > peak) peak = $2; if ($4 > peak2) peak2 = $4 }
        END { printf "%-22s %9.1f %9.1f %6.2fx %6.2fx %8.1f %8.1f\n", name, median(ours, NR), median(theirs, NR),
                  median(whole, NR), median(net, NR), peak / 1024, peak2 / 1024 }' | tee -a "$place/rows"
done
awk '{ n++; sub("x", "", $4); sub("x", "", $5); whole[n] = $4 + 0; net[n] = $5 + 0; if ($5 + 0 > worst) worst = $5 + 0 }
    function median(list, n,   i, j, t) {
        for (i = 2; i <= n; i++) { t = list[i]; for (j = i; j > 1 && list[j - 1] > t; j--) list[j] = list[j - 1]; list[j] = t }
        return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
    }
    END { if (!n) exit
          m = median(net, n)
          printf "median ratio %.2fx whole, %.2fx net; worst %.2fx net. Aims: median at most 1.0, none above 2.0.\n", median(whole, n), m, worst
          exit m > 1 || worst > 2 }' "$place/rows" || [ -z "${AIMS-}" ]
