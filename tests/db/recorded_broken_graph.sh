# recorded_broken_graph.sh -- what each command answers in a broken history, as it was recorded from Alembic.
# Judged by its exit code.
RECORDED_URL=${DATABASE_URL/asyncpg/psycopg2}
export RECORDED_URL
must perl "$TESTS/recorded.pl" "$TESTS/recorded/03_broken_graph.txt"
