# color.sh -- colours only where they are wanted: --color, NO_COLOR, terminals.
new_project
new_revision a1 - "first" <<<pass
new_revision b2 a1 "second" <<<pass
new_revision c3 a1 "third" <<<pass
sed -i "s/^branch_labels.*/branch_labels = 'side'/" migrations/versions/c3_.py
shown() { run "$@" | sed 's/\x1b/<ESC>/g'; }
unset NO_COLOR
export TERM=xterm
shown retort history
shown retort --color auto heads
shown retort --color always history
shown retort --color always heads -v
shown retort --color always branches
shown retort --color always show b2
shown retort --color never heads
shown retort --color always upgrade nothing
shown retort --color sometimes heads
shown retort --color always upgrade b2
shown retort --color auto downgrade base
sed -i 's/^class = StreamHandler/class = FileHandler/; s/^args = (sys.stderr,)/args = ("log.txt", "a")/' alembic.ini
shown retort --allow write --color always upgrade nothing
shown cat log.txt
if command -v script >/dev/null; then
    on_terminal() { script -qec "$*" /dev/null </dev/null | tr -d '\r' | sed 's/\x1b/<ESC>/g'; }
    [ "$(on_terminal retort heads)" = "$(retort --color always heads | sed 's/\x1b/<ESC>/g')" ] && echo "coloured on a terminal"
    [ "$(NO_COLOR=1 on_terminal retort heads)" = "$(retort heads)" ] && echo "not with NO_COLOR"
    [ "$(TERM=dumb on_terminal retort heads)" = "$(retort heads)" ] && echo "not on a dumb terminal"
else
    printf '%s\n' "coloured on a terminal" "not with NO_COLOR" "not on a dumb terminal"
fi
