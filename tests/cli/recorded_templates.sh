# recorded_templates.sh -- the other templates of init, SQLite, and broken files, as they were recorded from Alembic.
command -v sqlite3 >/dev/null || skip "no sqlite3"
must perl "$TESTS/recorded.pl" "$TESTS/recorded/06_templates.txt"
