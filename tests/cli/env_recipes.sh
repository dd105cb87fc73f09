# env_recipes.sh -- env.py as projects write it: a shared connection, several configure() calls, hooks of versions, -x,
# tenants, tables of versions by name, context.* in full.
new_project
new_revision a1a1 - "first" <<'PY'
op.create_table("t", sa.Column("id", sa.Integer))
---
op.drop_table("t")
PY
new_revision b2b2 a1a1 "second" <<'PY'
op.add_column("t", sa.Column("name", sa.String(10)))
---
op.drop_column("t", "name")
PY
cp migrations/env.py env.good
echo "== a connection in config.attributes"
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import create_engine

config = context.config
connection = config.attributes.get("connection", None)


def run(connection):
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()


if connection is None:
    with create_engine(config.get_main_option("sqlalchemy.url")).connect() as connection:
        run(connection)
else:
    print("shared")
    run(connection)
PY
put shared.py <<'PY'
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

engine = sa.create_engine("sqlite://")
with engine.begin() as connection:
    cfg = Config("alembic.ini", attributes={"connection": connection})
    command.upgrade(cfg, "head")
    print(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar())
    command.downgrade(cfg, "base")
    print(connection.execute(sa.text("SELECT count(*) FROM alembic_version")).scalar())
    print(sa.inspect(connection).get_table_names())
PY
${RUNNER:-retort run} shared.py
run_stdout retort upgrade head
run_stdout retort current
run_stdout retort downgrade base
echo "== every answer of context"
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import create_engine

config = context.config
print(context.is_offline_mode(), context.requires_connection(), context.get_head_revision(), context.get_head_revisions())
print(context.get_tag_argument(), context.get_x_argument(), context.get_x_argument(as_dictionary=True))
print(config.cmd_opts.x, sorted(k for k in vars(config.cmd_opts) if k in ("sql", "tag", "revision", "name", "raiseerr")))
print(config.config_file_name, config.config_ini_section, config.get_alembic_option("path_separator"))
for name in ("get_revision_argument", "get_starting_revision_argument"):
    try:
        print(name, getattr(context, name)())
    except Exception as error:
        print(name, type(error).__name__, error)
try:
    context.get_context()
except Exception as error:
    print(type(error).__name__, error)
try:
    context.configure()
except Exception as error:
    print(type(error).__name__, error)


def applied(ctx, step, heads, run_args):
    print("applied", step.is_upgrade, step.is_stamp, step.is_migration, step.up_revision_id, step.up_revision_ids,
          step.down_revision_ids, step.source_revision_ids, step.destination_revision_ids, sorted(heads), run_args)


def run(**kw):
    context.configure(on_version_apply=applied, version_table="versions", my_option="mine", **kw)
    migration = context.get_context()
    print(migration.opts["my_option"], migration.as_sql, context.is_transactional_ddl(), type(migration).__name__)
    with context.begin_transaction():
        context.static_output("-- static")
        context.execute("SELECT 1")
        context.run_migrations()
    print(context.get_starting_revision_argument())


if context.is_offline_mode():
    run(url=config.get_main_option("sqlalchemy.url"), transaction_per_migration=True)
else:
    with create_engine(config.get_main_option("sqlalchemy.url")).connect() as connection:
        run(connection=connection)
PY
run_stdout retort -x a=1 -x b -x c=d=e upgrade head --tag mytag
run_stdout retort stamp a1a1
run_stdout retort downgrade -1
run_stdout retort upgrade a1a1:b2b2 --sql
run_stdout retort current
echo "== several databases, several configure() in one env.py"
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import create_engine

for name in ("one", "two"):
    with create_engine(f"sqlite:///{name}.db").connect() as connection:
        context.configure(connection=connection, upgrade_token=f"{name}_upgrades")
        with context.begin_transaction():
            context.run_migrations(engine_name=name)
PY
sed -i 's/^def upgrade():/def upgrade(engine_name):\n    print("upgrade", engine_name)/; s/^def downgrade():/def downgrade(engine_name):\n    print("downgrade", engine_name)/' migrations/versions/*.py
run_stdout retort upgrade head
run_stdout retort current
run_stdout retort downgrade a1a1
sed -i 's/(engine_name):$/():/; /print("/d' migrations/versions/*.py
echo "== tables of versions by argument"
cp env.good migrations/env.py
sed -i 's/context.configure(connection=connection, target_metadata=target_metadata)/tenant = context.get_x_argument(as_dictionary=True).get("tenant", "none")\n        context.configure(connection=connection, target_metadata=target_metadata, version_table=f"versions_{tenant}", version_table_pk=False)/' migrations/env.py
for tenant in one two; do run_stdout retort -x tenant=$tenant stamp head; done
run_stdout retort -x tenant=one downgrade a1a1 2>/dev/null
run_stdout retort -x tenant=one stamp base
run_stdout retort -x tenant=two current
run_stdout retort -x tenant=one current
echo "== another section with -n"
cat >>alembic.ini <<'INI'

[other]
script_location = %(here)s/migrations
sqlalchemy.url = sqlite:///other.db
path_separator = os
INI
cp env.good migrations/env.py
run_stdout retort -n other upgrade a1a1
run_stdout retort -n other current -v | head -n 1
run_stdout retort -n nowhere current
