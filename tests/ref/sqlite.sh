# sqlite.sh -- the quick start through both programs: listings, steps, database files, --sql, new revision files.
# Judged by its exit code.
cp -r "$TOP/examples/quickstart" theirs
cp -r "$TOP/examples/quickstart" ours
for command in history "history -v" heads branches "show head" "show 3c4d" "upgrade 1a2b:3c4d --sql" "upgrade 3c4d --sql" \
    current "upgrade +1" current "upgrade head" current "current -v" "history -i" "downgrade -1" "downgrade base" "upgrade head" \
    "stamp 1a2b" "stamp head" "downgrade 5e6f:base --sql" "upgrade nothing" "upgrade +1" "downgrade -9"; do
    # shellcheck disable=SC2086
    agree $command
done
same_text "the database" "$(sqlite3 theirs/bookshelf.db .dump)" "$(sqlite3 ours/bookshelf.db .dump)"
agree revision --rev-id 7a8b -m "Books have a language"
agree revision --rev-id 9c9c -m "it's \"quoted\"" --head 5e6f --splice --branch-label side --depends-on 3c4d
agree merge --rev-id ffff -m "together" heads
agree heads
agree history
masked_files() { cd "$1/migrations/versions" && cat [79f]*.py | masked && ls -- *.py; }
same_text "new files" "$(masked_files theirs)" "$(masked_files ours)"
agreed
