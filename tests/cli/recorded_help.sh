# recorded_help.sh -- the help of every command and the first steps of a project, as they were recorded from Alembic.
must perl "$TESTS/recorded.pl" "$TESTS/recorded/00_help.txt"
must perl "$TESTS/recorded.pl" "$TESTS/recorded/01_init.txt"
