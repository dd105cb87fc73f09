# bad_arguments.sh -- commands typed wrongly: one line of help, exit code 2, nothing done.
new_project
run retort
run retort bogus
run retort upgrade
run retort upgrade head extra
run retort --no-such-option heads
run retort heads --no-such-option
run retort history -r
run retort downgrade
run retort upgrade --sq head
run retort -c
run retort -q heads
run retort upgrade ''
run retort upgrade head:heads
run retort downgrade base:head
run retort revision --autogenerate --sql -m x
run retort stamp --purge --sql head
run retort stamp
run retort merge
ls
