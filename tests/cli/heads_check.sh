# heads_check.sh -- heads --check: one head is fine, several end with 1 and the merge to type.
new_project
run retort heads --check
new_revision a1 - "first" <<<pass
new_revision b2 a1 "second" <<<pass
run retort heads --check
new_revision c3 a1 "third" <<<pass
run_marked retort heads --check
run retort -q heads --check
new_revision d4 - "another root" <<<pass
run_marked retort heads --check
merge=$(retort heads --check 2>&1 >/dev/null | tail -n 1)
eval "run $merge" | masked
run retort heads --check | masked
