# recorded_autogenerate.sh -- autogenerate on PostgreSQL as it was recorded from Alembic.
# Judged by its exit code.
RECORDED_URL=${DATABASE_URL/asyncpg/psycopg2}
export RECORDED_URL
must perl "$TESTS/recorded.pl" "$TESTS/recorded/05_autogenerate.txt"
