# many_files.sh -- ten thousand unrelated files beside three revisions, and a long history, do not matter.
new_project
mkdir -p migrations/versions
(cd migrations/versions && seq -f 'note_%g.txt' 10000 | xargs touch)
new_revision a1 - "start" <<<pass
new_revision b2 a1 "next" <<<pass
new_revision c3 b2 "last" <<<pass
run retort history
run retort upgrade head
run retort current
rm -rf migrations/versions app.db
mkdir migrations/versions
previous=None
for n in $(seq -w 1 400); do
    printf '"""step %s"""\nrevision = "r%s"\ndown_revision = %s\ndef upgrade():\n    pass\ndef downgrade():\n    pass\n' \
        "$n" "$n" "$previous" >"migrations/versions/r$n.py"
    previous="\"r$n\""
done
run retort heads
retort history | head -n 3
retort upgrade head 2>&1 | tail -n 2
run retort current
retort downgrade base 2>&1 | tail -n 2
run retort current
