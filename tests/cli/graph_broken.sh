# graph_broken.sh -- histories that are no history: missing parents, cycles, the same id or label twice.
new_project
clear() { rm -rf migrations/versions/* app.db; }
try() {
    echo "== $1"
    run retort heads
    run retort history
    run retort upgrade head
    clear
}
new_revision a1 nowhere "orphan" <<<pass
try "a parent that is not there"
new_revision a1 - "start" <<<pass
new_revision b2 a1 "needs" <<<pass
sed -i "s/^depends_on = .*/depends_on = 'nowhere'/" migrations/versions/b2_.py
try "a dependency that is not there"
new_revision a1 a1 "itself" <<<pass
try "its own parent"
new_revision a1 b2 "each" <<<pass
new_revision b2 a1 "other" <<<pass
try "each other's parent"
new_revision a1 - "start" <<<pass
new_revision b2 a1 "one" <<<pass
new_revision c3 a1 "other" <<<pass
sed -i "s/^revision = .*/revision = 'b2'/" migrations/versions/c3_.py
try "an id twice"
new_revision a1 - "start" <<<pass
new_revision b2 a1 "one" <<<pass
new_revision c3 a1 "other" <<<pass
sed -i "s/^branch_labels = .*/branch_labels = 'same'/" migrations/versions/{b2,c3}_.py
try "a label twice"
new_revision a1 - "start" <<<pass
sed -i "s/^revision = .*/revision = 5/" migrations/versions/a1_.py
try "an id that is a number"
new_revision a1 - "start" <<<pass
sed -i "/^revision = /d" migrations/versions/a1_.py
try "no id"
new_revision a1 - "start" <<<pass
new_revision b2 a1 "one" <<<pass
run retort upgrade a1:
run retort upgrade a1:b2
run retort upgrade +7
run retort upgrade b1
run retort downgrade -3
run retort downgrade b2
run retort revision --rev-id a1 -m "again"
run retort revision --rev-id 'a@b' -m "no such letters"
run retort revision --head a1 -m "not a head"
run retort merge a1
ls migrations/versions | grep -v __pycache__
