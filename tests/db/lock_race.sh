# lock_race.sh -- ten processes upgrade one PostgreSQL database at once: all succeed, every revision runs once.
CONCURRENTLY=", postgresql_concurrently=True"
query() { psql -X -q -A -t "$PGURL" -c "$1"; }
clean() { psql -X -q "$PGURL" -c 'SET client_min_messages = error; DROP SCHEMA public CASCADE; CREATE SCHEMA public'; }
. "$TESTS/fixtures/race.sh"
races "${PGURL/postgresql:/postgresql+psycopg2:}"


echo "== env.py runs asynchronously, and takes an advisory lock of its own"
race_project "${PGURL/postgresql:/postgresql+asyncpg:}" ddl
put migrations/env.py <<'PY'
import asyncio

from alembic import context
from sqlalchemy import pool, text
from sqlalchemy.ext.asyncio import async_engine_from_config

config = context.config


def do_run_migrations(connection):
    context.configure(connection=connection)
    with context.begin_transaction():
        if context.get_x_argument(as_dictionary=True).get("own"):
            connection.execute(text("SELECT pg_advisory_xact_lock(4711)"))
        context.run_migrations()


async def run_async_migrations():
    engine = async_engine_from_config(config.get_section(config.config_ini_section), prefix="sqlalchemy.",
                                      poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(do_run_migrations)
    await engine.dispose()


asyncio.run(run_async_migrations())
PY
clean
race "async"
clean
race "async, own lock" -x own=1 upgrade head
rows "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
