# recorded_settings.sh -- a transaction for each migration, hooks and settings, as they were recorded from Alembic.
# Judged by its exit code.
RECORDED_URL=${DATABASE_URL/asyncpg/psycopg2}
export RECORDED_URL
must perl "$TESTS/recorded.pl" "$TESTS/recorded/07_transactions_hooks.txt"
