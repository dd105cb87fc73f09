#!/bin/sh
# floors.sh -- the walls of the house: checks every #include of src/ against floors.txt.
#
#     tools/floors.sh              the tree
#     tools/floors.sh --self-test  a made-up tree with one breach of each kind
#
# A folder includes itself and folders of lower floors, across folders only by the door header
# FOLDER/FOLDER.h (or py/native.h or py/parse.h, or any header of base). `never` rows forbid more, `door` rows name the
# only file that may include a foreign library. Prints file:line: rule and fails.
set -eu

check() { # ROOT
    cd "$1"
    find src -name '*.[ch]' | LC_ALL=C sort | xargs grep -Hn '^[[:space:]]*#[[:space:]]*include' /dev/null |
        awk '
        function folder_of(path,  parts) { split(path, parts, "/"); return parts[2] }
        function complain(text) { print where ": " text; bad = 1 }
        FILENAME == "floors.txt" {
            sub(/#.*/, "")
            if ($1 == "never") never[$2, $3] = 1
            else if ($1 == "door") door[$2] = $3
            else if (NF) { floors++; for (i = 2; i <= NF; i++) floor[$i] = floors }
            next
        }
        {
            split($0, at, ":")
            file = at[1]; where = at[1] ":" at[2]
            header = $0
            quoted = header ~ /include[[:space:]]*"/
            sub(/^[^"<]*["<]/, "", header); sub(/[">].*/, "", header)
            mine = folder_of(file)
            for (name in door)
                if ((header == name || header ~ ("/" name "$")) && file != door[name])
                    complain("<" header "> may be included only by " door[name])
            if (!quoted || split(header, part, "/") != 2) next
            other = part[1]
            if (!(mine in floor)) { complain("folder " mine " is not in floors.txt"); next }
            if (other == mine) next
            if (!(other in floor)) { if (other != "gen") complain("folder " other " is not in floors.txt"); next }
            if (floor[other] > floor[mine]) complain(mine " includes " header ": that lies on a higher floor")
            else if (floor[other] == floor[mine]) complain(mine " includes " header ": a neighbour on the same floor")
            if ((mine, other) in never) complain(mine " must never include " other " (floors.txt)")
            if (other != "base" && header != other "/" other ".h" && header !~ "^py/(native|parse)[.]h$")
                complain("across folders include the door " other "/" other ".h, not " header)
        }
        END { exit bad }' floors.txt -
}

self_test() {
    dir=$(mktemp -d)
    trap 'rm -rf "$dir"' EXIT
    cp floors.txt "$dir/"
    for folder in base py db rev sql lint; do mkdir -p "$dir/src/$folder"; done
    printf '#include "base/base.h"\n#include <stdio.h>\n' > "$dir/src/rev/good.c"
    printf '#include "py/native.h"\n' > "$dir/src/sql/good.c"
    (check "$dir") || { echo "floors.sh: refuses a good tree" >&2; exit 1; }
    expect() { # FILE LINE WORDS
        printf '\n%s\n' "$2" > "$dir/src/$1"
        if found=$(check "$dir"); then echo "floors.sh: did not see $2 in $1" >&2; exit 1; fi
        case $found in "src/$1:2: "*"$3"*) ;; *) echo "floors.sh: said '$found' about $1" >&2; exit 1 ;; esac
        rm "$dir/src/$1"
    }
    expect base/up.c '#include "rev/rev.h"' 'higher floor'
    expect rev/side.c '#include "sql/sql.h"' 'same floor'
    expect db/values.c '#include "py/py.h"' 'must never'
    expect rev/deep.c '#include "py/vm.h"' 'include the door'
    expect rev/door.c '#include <libpq-fe.h>' 'only by src/db/pg.c'
    expect sql/stray.c '# include "attic/attic.h"' 'not in floors.txt'
    echo "ok - floors.sh sees every kind of breach"
}

cd "$(dirname "$0")/.."
case ${1-} in
--self-test) self_test ;;
*) (check .) ;;
esac
