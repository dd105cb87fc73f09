# unread_types.sh -- columns of types that SQLAlchemy does not know: a warning for each, with --compat too; and the file that
# drops them runs, and runs back.
new_project "$DATABASE_URL"
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import MetaData, engine_from_config, pool

engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=MetaData())
    with context.begin_transaction():
        context.run_migrations()
PY
columns() { rows "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = to_regclass('places') AND attnum > 0 ORDER BY attnum"; }
rows "CREATE TABLE places (id integer PRIMARY KEY, at point, borders lseg[])" >/dev/null || true
run retort --compat check 2>&1 | grep '^warning'
run retort revision --autogenerate --rev-id one -m one 2>&1 | grep '^warning'
must retort -q upgrade head
must retort -q downgrade base
columns
