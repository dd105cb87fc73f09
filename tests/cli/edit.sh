# edit.sh -- edit: which files, which editor, and what goes wrong.
new_project
new_revision a1 - "first" <<<pass
new_revision b2 a1 "second" <<<pass
put bin/my-editor <<'SH'
#!/bin/sh
echo "editing $*"
SH
put bin/bad-editor <<'SH'
#!/bin/sh
exit 3
SH
chmod +x bin/*
mkdir "with space"
cp bin/my-editor "with space/ed"
export PATH="$PWD/bin:$PATH"
unset EDITOR VISUAL
EDITOR=my-editor run retort edit head
EDITOR=$PWD/bin/my-editor run retort edit a1
EDITOR="$PWD/with space/ed" run retort edit b
EDITOR="my-editor --wait 'two words'" run retort edit base:heads
EDITOR="my-editor --wait 'two words'" run retort edit heads
EDITOR=nothing-here VISUAL=my-editor run retort edit a1
EDITOR=my-editor run retort edit current
EDITOR=my-editor run retort edit base
EDITOR=my-editor run retort edit nope
EDITOR=bad-editor run retort edit head
run retort upgrade a1
EDITOR=my-editor run retort edit current
RETORT=$(command -v retort)
EDITOR='' PATH=/nowhere run "$RETORT" edit head | sed "s|$RETORT|retort|"
