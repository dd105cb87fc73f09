# recorded_branches.sh -- branches, labels and merges, as it was recorded from Alembic.
# Judged by its exit code.
RECORDED_URL=${DATABASE_URL/asyncpg/psycopg2}
export RECORDED_URL
must perl "$TESTS/recorded.pl" "$TESTS/recorded/04_branches.txt"
