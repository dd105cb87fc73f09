# places.sh -- where projects live: C locale, Korean docstrings, CRLF files, names with spaces, a read-only checkout, a
# terminal of 40 columns, another working directory.
new_project
new_revision a1a1 - "첫 번째 개정: 사용자 테이블" <<<pass
new_revision b2b2 a1a1 "두 번째" <<<pass
sed -i 's/$/\r/' migrations/versions/b2b2_.py migrations/env.py alembic.ini
mv migrations/versions/b2b2_.py "migrations/versions/b2b2 with spaces.py"
run_stdout retort history
LC_ALL=C run_stdout retort history -v
LC_ALL=C run_stdout retort upgrade head
run_stdout retort current
run_stdout retort upgrade head --sql
LC_ALL=C run retort revision -m "세 번째" --rev-id c3c3
LC_ALL=C run_stdout retort show c3c3 | head -n 6
mkdir -p "a folder/with spaces"
cp -r migrations alembic.ini "a folder/with spaces/"
(cd / && run_stdout retort -c "$HOME/a folder/with spaces/alembic.ini" heads)
chmod -R a-w migrations
run_stdout retort heads
chmod -R u+w migrations
if command -v script >/dev/null; then
    # standard input is a terminal of 40 columns: messages are wrapped and indented, listings are not
    script -qec 'stty cols 40; cd "a folder/with spaces"; retort revision -m narrow --rev-id d4d4 >../out 2>&1; retort heads -v >../heads; retort upgrade nothing >../failed 2>/dev/null' /dev/null >/dev/null
    head -n 1 "a folder/out" | grep -c '^  Generating'
    cat "a folder/failed"
    head -n 2 "a folder/heads"
else
    printf '%s\n' 1 "  FAILED: Can't locate revision" "  identified by 'nothing'" "Rev: d4d4 (head)" "Parent: c3c3"
fi
