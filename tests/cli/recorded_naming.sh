# recorded_naming.sh -- autogenerate with batch mode and a naming convention, as it was recorded from Alembic.
command -v sqlite3 >/dev/null || skip "no sqlite3"
must perl "$TESTS/recorded.pl" "$TESTS/recorded/08_naming.txt"
