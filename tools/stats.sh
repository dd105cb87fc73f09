#!/bin/sh
# stats.sh -- sizes of files and functions against the house rules. Informs; never fails.
#
#     tools/stats.sh [FOLDER...]     default: every folder of src
#
# A function is what clang-format makes of one: it starts at column 0 with a name and "(", its "{" stands
# alone at column 0, it ends with "}" at column 0. Its length counts the lines between the braces.
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- $(ls src)

functions() { # FOLDER: "length file:line name" of every function
    find "src/$1" -name '*.c' | LC_ALL=C sort | xargs awk '
        FNR == 1 { name = ""; open = 0 }
        open && /^}/ { print FNR - open - 1, FILENAME ":" start, name; open = 0; name = ""; next }
        open { next }
        /^{/ && name != "" { open = FNR; next }
        /^[A-Za-z_].*\(/ && !/^(#|typedef|extern)/ && !/;[ \t]*$/ {
            name = $0; start = FNR
            sub(/\(.*/, "", name); sub(/.*[ *]/, "", name)
        }
        /;[ \t]*$/ || /=[ \t]*{/ { name = "" }' /dev/null
}

printf '%-10s %6s %7s %6s | %9s %4s %4s %5s\n' folder files lines max functions p50 p90 '>100'
all=$(mktemp)
trap 'rm -f "$all"' EXIT
for folder; do
    folder=${folder#src/}
    ls "src/$folder"/*.c >/dev/null 2>&1 || continue
    sizes=$(wc -l "src/$folder"/*.[ch] | awk '$2 != "total" { n++; sum += $1; if ($1 > max) max = $1 } END { print n, sum, max }')
    functions "$folder" | sort -n | tee -a "$all" | awk -v folder="$folder" -v sizes="$sizes" '
        { at[NR] = $1; if ($1 > 100) long++ }
        END {
            split(sizes, s, " ")
            printf "%-10s %6d %7d %6d | %9d %4d %4d %5d\n", folder, s[1], s[2], s[3], NR,
                   at[int((NR + 1) / 2)], at[int(NR * 0.9 + 0.5)], long
        }'
done
sort -n "$all" | awk '
    { at[NR] = $1; if ($1 > 100) long++ }
    END { printf "\n%d functions: p50 %d (rule: at most 12), p90 %d (35), %.1f %% over 100 lines\n", NR,
                 at[int((NR + 1) / 2)], at[int(NR * 0.9 + 0.5)], NR ? 100 * long / NR : 0 }'

longest=$(sort -rn "$all" | awk '$1 > 100' | head -n 20)
[ -z "$longest" ] || printf '\nover 100 lines (allowed: a switch or a table)\n%s\n' "$longest"
big=$(find src -name '*.[ch]' | xargs wc -l | awk '$2 != "total" && $1 > 800 { print $1, $2, ($1 > 1800 ? "REFUSED: over 1800" : $1 > 1000 ? "needs a reason in its head" : "") }' | sort -rn)
[ -z "$big" ] || printf '\nfiles over 800 lines\n%s\n' "$big"
headless=$(find src -name '*.[ch]' | LC_ALL=C sort | while read -r file; do head -c 2 "$file" | grep -q '^/\*' || echo "  $file"; done)
[ -z "$headless" ] || printf '\nwithout a head comment\n%s\n' "$headless"
