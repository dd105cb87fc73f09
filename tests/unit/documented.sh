#!/usr/bin/env bash
# documented.sh -- every error code raised in src/ is a row of docs/errors.md, and every row is raised; every command and
# option of --help is in the manual page, every --json in docs/json.md, and no file is named that is not there.
cd "$(dirname "$0")/../.." || exit
documented=$(grep -oE '^\| `[a-z0-9.-]+`' docs/errors.md | tr -d '|` ')
# a code is a text with the first word of a documented one
families=$(echo "$documented" | sed 's/\..*//' | sort -u | paste -sd '|')
raised=$(grep -rhoE "\"($families)\.[a-z0-9.-]+\"" src --include='*.c' | tr -d '"' | grep -v '^json\.[de]\|\.md$')
status=0
report() { # NAME LIST
    if [ -z "$2" ]; then echo "ok - $1"; else echo "not ok - $1"; echo "$2" | sed 's/^/#   /'; status=1; fi
}
words() { tr ' ' '\n' | grep -v '^$\|\.$\|^env\.py$\|^script\.py' | sort -u; }
echo 1..7
report "every code is in docs/errors.md" "$(comm -23 <(echo "$raised" | words) <(echo "$documented" | words))"
report "every row of docs/errors.md is raised" "$(comm -13 <(echo "$raised" | words) <(echo "$documented" | words))"
missing=''
for word in $("${BUILD:-build}/retort" --help 2>/dev/null | grep -oE '^    [a-z_]+' | tr -d ' '); do
    grep -q "\\\\fB$word\\\\fR" docs/retort.1 || missing="$missing $word"
    for option in $("${BUILD:-build}/retort" "$word" --help | grep -oE -- '--[a-z-]+' | sort -u); do
        grep -q -- "${option//-/\\\\-}" docs/retort.1 || missing="$missing $word:$option"
    done
done
report "commands and options are in docs/retort.1" "$(echo $missing)"
report "docs/retort.1 is what the option tables say (make manual)" "$("${BUILD:-build}/retort" __manual 2>&1 | diff docs/retort.1 - | head -n 20)"
missing=''
for word in $("${BUILD:-build}/retort" --help 2>/dev/null | grep -oE '^    [a-z_]+' | tr -d ' '); do
    "${BUILD:-build}/retort" "$word" --help | grep -q -- '--json' && ! grep -q "^| .*\`$word[ \`]" docs/json.md && missing="$missing $word"
done
report "every command with --json is a row of docs/json.md" "$(echo $missing)"
keys=$(grep -rhoE 'config_(find|flag|setting|paths|truth|is_true)\([a-z>.-]+(->config)?, "[a-z_]+"' src --include='*.c' | grep -oE '"[a-z_]+"' | tr -d '"' |
    grep -vx no_lock | sort -u)
report "every key of the ini that is read is in src/cmd/keys.c" "$(for key in $keys; do grep -q "{\"$key\"" src/cmd/keys.c || echo "$key"; done)"
files=$(find src -name '*.c')
report "the .c files that documents and comments name are there" "$(find src docs ./*.md -name '*.[chm]*' -not -name '*.inc' |
    xargs perl -ne 'next if /#include|^ *\S*"/; print "$ARGV: $1\n" while /(?<![\w.\/*])((?:[a-z_0-9]+\/)?[a-z_0-9]+\.c)\b(?![.\w(])/g' |
    while read -r place name; do case $'\n'$files$'\n' in *"/$name"$'\n'*) ;; *) echo "$place $name" ;; esac; done)"
exit $status
