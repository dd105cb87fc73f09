# completion_shells.sh -- TAB in real shells: what they make of a command line that is not complete. bash and zsh on a
# terminal of their own, fish by its `complete -C`.
new_project
new_revision a1a1 - "first" <<<pass
new_revision b2b2 a1a1 "second" <<<pass
new_revision c3c3 a1a1 "third" <<<pass
sed -i "s/^branch_labels.*/branch_labels = 'side'/" migrations/versions/c3c3_.py
typed() { # SHELL, then keys on standard input: what the completed commands print
    tr "\n" "\r" | TERM=dumb script -qec "$1" /dev/null 2>/dev/null | tr -d "\r" | sed "s/\x1b\[[0-9;?]*[a-zA-Z]//g" |
        grep -aE "^(Rev: |[a-z0-9<>]+ .*-> )|^usage: |^pyproject" | sort -u
}
keys=$'retort sho\tb2\t\nretort show side@h\t\nretort history -r a1a1:c3\t\nretort history --rev-r\tb2b2:b2\t\nretort upgr\t--he\t\nexit\n'
echo "== bash"
if command -v script >/dev/null; then
    # shellcheck disable=SC2016
    printf 'PS1="> "\neval "$(retort completion bash)"\n' >rc
    typed "bash --rcfile rc -i" <<<"$keys" >in_bash
    cat in_bash
else
    skip "no script"
fi
if command -v zsh >/dev/null; then
    mkdir zsh
    # shellcheck disable=SC2016
    printf 'PS1="> "\nautoload -Uz compinit\ncompinit -D -u\neval "$(retort completion zsh)"\n' >zsh/.zshrc
    ZDOTDIR=$PWD/zsh typed "zsh -i" <<<"$keys" >in_zsh
    diff in_bash in_zsh
else
    skip "no zsh"
fi
echo "zsh does the same"
command -v fish >/dev/null || skip "no fish"
offered() {
    echo "== fish: $1"
    fish --no-config -c 'retort completion fish | source; complete -C $argv[1]' "$1" | cut -c 1-60
}
offered "retort upg"
offered "retort --col"
offered "retort --color "
offered "retort upgrade "
offered "retort upgrade side@"
offered "retort history -r a1a1:b"
offered "retort revision --head b"
offered "retort init -t pyp"
offered "retort -c alem"
