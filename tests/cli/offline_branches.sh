# offline_branches.sh -- --sql over branches, merges and dependencies: order, and the rows of the version table.
new_project postgresql://localhost/shop
new_revision a1 - "start" <<<'op.execute("A")'
new_revision b1 a1 "left" <<<'op.execute("B1")'
new_revision b2 b1 "left again" <<<'op.execute("B2")'
new_revision c1 a1 "right" <<<'op.execute("C1")'
new_revision d1 b2 "together" <<<'op.execute("D")'
new_revision e1 - "beside" <<<'op.execute("E")'
new_revision f1 d1 "needs the other" <<<'op.execute("F")'
sed -i "s/^down_revision.*/down_revision = ('b2', 'c1')/" migrations/versions/d1_.py
sed -i "s/^depends_on.*/depends_on = 'e1'/" migrations/versions/f1_.py
sed -i "s/^branch_labels.*/branch_labels = ('side',)/" migrations/versions/e1_.py
quiet() { run_stdout "$@" | grep -v '^$'; }
quiet retort upgrade heads --sql
quiet retort upgrade d1 --sql
quiet retort upgrade b2:d1 --sql
quiet retort upgrade side@head --sql
quiet retort downgrade d1:base --sql
quiet retort downgrade d1:a1 --sql
quiet retort downgrade f1:b1 --sql
quiet retort stamp a1:d1 --sql
run retort upgrade a1:b2:c1 --sql
run retort upgrade x:y --sql
run retort downgrade b2:d1 --sql
