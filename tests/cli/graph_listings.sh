# graph_listings.sh -- heads, history, branches, show, current on a history with branches, merges, labels, dependencies.
new_project
new_revision 1a1a - "start

of all things" <<<pass
new_revision 2b2b 1a1a "left" <<<pass
new_revision 3c3c 2b2b "left again" <<<pass
new_revision 4d4d 1a1a "right" <<<pass
new_revision 5e5e 3c3c "together" <<<pass
new_revision 6f6f - "beside" <<<pass
new_revision 7a7a 6f6f "beside again" <<<pass
new_revision 8b8b 5e5e "needs 7a7a" <<<pass
new_revision 9c9c 5e5e "another head" <<<pass
change() { sed -i "s/^$2 = .*/$2 = $3/" "migrations/versions/$1_.py"; }
change 5e5e down_revision "('3c3c', '4d4d')"
change 8b8b depends_on "'7a7a'"
change 6f6f branch_labels "('side', 'aside')"
change 4d4d branch_labels "'right'"
for command in "heads" "heads -v" "heads --resolve-dependencies" "branches" "branches -v" "history" "history -v" \
    "history -r 2b2b:5e5e" "history -r :3c3c" "history -r 5e5e:" "history --rev-range=-2:" "history -r side@base:side@head" \
    "history -r base:heads" "history -r 4d4d:3c3c" "history -r nonsense" "history -r nonsense:" "history -r a:b:c" \
    "show 5e5e" "show head" "show heads" "show base" "show 8b" "show side@head" "show right" "show nothing" \
    "current" "upgrade head" "upgrade heads" "current" "current -v" "current --check-heads" "history -i" \
    "downgrade -1" "downgrade side@base" "downgrade 5e5e" "current" "current --check-heads" "show current" \
    "history -r current:heads" "history -r base:current" "upgrade 8b8b" "upgrade 9c9c+1" "upgrade 9c9c-1" \
    "downgrade 3c3c" "current" "downgrade base" "current" "upgrade +3" "current" "upgrade right@head" "downgrade right@-1" \
    "stamp heads" "current" "stamp 3c3c 4d4d" "stamp base" "current" "stamp 5e5e" "stamp nothing"; do
    # shellcheck disable=SC2086
    run retort $command | grep -v 'Context impl\|Will assume'
done
