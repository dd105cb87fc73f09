# tenants.sh -- one history for many schemas of a PostgreSQL database: search_path, schema_translate_map, include_name, tables of
# versions in each; connections handed over from scripts, synchronous and asynchronous. Alembic plays it too.
ENGINE_URL=${PGURL/postgresql:/postgresql+psycopg2:}
fresh() { # TITLE
    echo "== $1"
    cd "$HOME" || exit
    rm -rf migrations alembic.ini
    new_project "$ENGINE_URL"
    psql -X -q "$PGURL" -c 'SET client_min_messages = error; DROP SCHEMA IF EXISTS t1, t2, t3 CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE SCHEMA t1; CREATE SCHEMA t2; CREATE SCHEMA t3'
    new_revision a1 - "notes" <<'PY'
op.create_table("note", sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.String(20)))
op.create_index("ix_text", "note", ["text"])
---
op.drop_table("note")
PY
    new_revision b2 a1 "authors" <<'PY'
op.add_column("note", sa.Column("author", sa.String(20), server_default="nobody"))
op.get_bind().execute(sa.text("INSERT INTO note (id, text) VALUES (1, current_schema())"))
---
op.drop_column("note", "author")
op.execute("DELETE FROM note")
PY
}
there() { rows "SELECT table_schema || '.' || table_name || ': ' || string_agg(column_name, ' ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_schema !~ '^(pg_|information)' GROUP BY table_schema, table_name ORDER BY 1"; }
env_with() { # the body of "with engine.connect() as connection:"
    {
        printf 'import sqlalchemy as sa\nfrom alembic import context\nfrom sqlalchemy import engine_from_config, pool, text\n\nconfig = context.config\ntenant = context.get_x_argument(as_dictionary=True).get("tenant")\n'
        printf 'engine = engine_from_config(config.get_section(config.config_ini_section), prefix="sqlalchemy.", poolclass=pool.NullPool)\nwith engine.connect() as connection:\n'
        sed 's/^/    /'
    } >migrations/env.py
}

fresh "search_path by -x"
env_with <<'PY'
connection.execute(text('set search_path to "%s"' % tenant))
connection.commit()
connection.dialect.default_schema_name = tenant
context.configure(connection=connection, target_metadata=None)
with context.begin_transaction():
    context.run_migrations()
PY
for tenant in t1 t2; do played alembic -x tenant=$tenant upgrade head; done
played alembic -x tenant=t3 upgrade a1
for tenant in t1 t2 t3; do played alembic -x tenant=$tenant current; done
played alembic -x tenant=t2 downgrade -1
there
rows "SELECT text, author FROM t1.note"
fresh "all tenants in one run"
env_with <<'PY'
for tenant in ["t1", "t2", "t3"]:
    connection.execute(text('set search_path to "%s"' % tenant))
    connection.commit()
    connection.dialect.default_schema_name = tenant
    context.configure(connection=connection, target_metadata=None)
    print(tenant)
    with context.begin_transaction():
        context.run_migrations()
PY
played alembic upgrade head
played alembic current
played alembic downgrade a1
there
fresh "schema_translate_map"
new_revision a1 - "notes" <<'PY'
op.create_table("note", sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.String(20)), schema="tenant")
op.create_index("ix_text", "note", ["text"], schema="tenant")
---
op.drop_table("note", schema="tenant")
PY
new_revision b2 a1 "authors" <<'PY'
op.create_table("author", sa.Column("id", sa.Integer, sa.ForeignKey("tenant.note.id")), schema="tenant")
---
op.drop_table("author", schema="tenant")
PY
env_with <<'PY'
connection = connection.execution_options(schema_translate_map={"tenant": tenant})
context.configure(connection=connection, target_metadata=None, version_table_schema=tenant)
with context.begin_transaction():
    context.run_migrations()
PY
for tenant in t1 t2; do played alembic -x tenant=$tenant upgrade head; done
played alembic -x tenant=t1 downgrade base
there
fresh "version tables in a schema made by env.py"
env_with <<'PY'
connection.execute(text("CREATE SCHEMA IF NOT EXISTS versions"))
connection.commit()
context.configure(connection=connection, version_table="v_shop", version_table_schema="versions", version_table_pk=False)
with context.begin_transaction():
    context.run_migrations()
PY
played alembic upgrade head
there
psql -X -q "$PGURL" -c 'DROP SCHEMA versions CASCADE' 2>/dev/null

fresh "a connection from a script"
put migrations/env.py <<'PY'
from alembic import context

connectable = context.config.attributes.get("connection", None)
if connectable is None:
    raise SystemExit("no connection")
context.configure(connection=connectable)
with context.begin_transaction():
    context.run_migrations()
PY
played alembic current
URL=$ENGINE_URL scripted <<'PY'
import os
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

config = Config("alembic.ini")
engine = sa.create_engine(os.environ["URL"])
with engine.begin() as connection:
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    print(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar())
    print(connection.in_transaction())
with engine.connect() as connection:
    config.attributes["connection"] = connection
    command.downgrade(config, "a1")
    connection.rollback()
    print(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar())
try:
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        raise ValueError("given up")
except ValueError as error:
    print(error)
with engine.connect() as connection:
    print(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar(), sa.inspect(connection).get_table_names())
PY
there
