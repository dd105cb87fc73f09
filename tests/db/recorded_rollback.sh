# recorded_rollback.sh -- a failed migration, and three programs at once, as they were recorded from Alembic.
# Judged by its exit code.
RECORDED_URL=${DATABASE_URL/asyncpg/psycopg2}
export RECORDED_URL
must perl "$TESTS/recorded.pl" "$TESTS/recorded/09_rollback_race.txt"
