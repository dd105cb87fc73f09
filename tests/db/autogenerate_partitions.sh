# autogenerate_partitions.sh -- a partitioned table that the models have no more goes with its partitions, and comes back with them.
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
rows "CREATE TABLE t (id integer NOT NULL, \"on\" date NOT NULL) PARTITION BY RANGE (\"on\")"
rows "CREATE INDEX ix ON t (id)"
rows "CREATE TABLE \"t '24\" PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (id)"
rows "CREATE TABLE t_24_1 PARTITION OF \"t '24\" FOR VALUES IN (1, 2)"
rows "CREATE UNLOGGED TABLE t_rest PARTITION OF t DEFAULT"
catalog() {
    rows "SELECT c.oid::regclass, c.relkind, c.relpersistence, pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid)
            FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'alembic%' ORDER BY c.relname"
}
catalog | tee before
run retort -q revision --autogenerate --rev-id one -m one
sed -n '/^def upgrade/,$p' migrations/versions/one_one.py
must retort -q upgrade head
catalog
must retort -q downgrade base
catalog | diff before - && echo "as before"
