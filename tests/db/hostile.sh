# hostile.sh -- quotes, comments, placeholders and control characters on every parameter of every operation
# (tests/hostile/names.py says how it judges), on PostgreSQL and on SQLite.
# Judged by its exit code.
must env DATABASE_URL="$PGURL" retort run "$TESTS/hostile/names.py"
must env DATABASE_URL="sqlite:///$PWD/hostile.db" retort run "$TESTS/hostile/names.py"
