# completion.sh -- what the shells are offered: commands, options, values, revisions and labels.
new_project
new_revision a1a1 - "first" <<<pass
new_revision b2b2 a1a1 "second" <<<pass
new_revision c3c3 a1a1 "third" <<<pass
sed -i "s/^branch_labels.*/branch_labels = 'side'/" migrations/versions/c3c3_.py
offered() {
    echo "> retort $*|"
    retort __complete -- "$@" | cut -c 1-90
}
offered up
offered --
offered --color ''
offered upgrade --
offered upgrade ''
offered upgrade s
offered upgrade a1a1:b
offered history -r ''
offered revision --head b
offered -c alembic.ini show c
offered -c nowhere.ini show ''
offered init -t py
offered completion ''
offered stamp b2b2 a
for shell in bash zsh fish; do run retort completion $shell; done
bash -n <(retort completion bash) && echo "bash reads it"
typed() { # LINE: what bash would make of it
    bash -c 'eval "$(retort completion bash)"; COMP_LINE=$1 COMP_POINT=${#1}
        read -r -a COMP_WORDS <<<"${1//[:@=]/ }"; [[ $1 != *[\ :@=] ]] || COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _retort_complete; printf "%s " "${COMPREPLY[@]}"; echo' _ "$1"
}
typed "retort upg"
typed "retort upgrade b"
typed "retort upgrade a1a1:b"
typed "retort upgrade side@h"
typed "retort upgrade "
run retort completion tcsh
