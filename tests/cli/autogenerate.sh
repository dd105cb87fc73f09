# autogenerate.sh -- revision --autogenerate and check: the files, their errors, and the hooks of env.py.
new_project
cat >models.py <<'PY'
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, String, Table

metadata = MetaData()
account = Table(
    "account",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(50), nullable=False, index=True),
    CheckConstraint("id > 0", name="positive"),
)
PY
# env.py whose configure() takes what hooks.py defines
cat >migrations/env.py <<'PY'
import os
import sys

from alembic import context
from sqlalchemy import create_engine

sys.path.insert(0, os.getcwd())
import hooks

engine = create_engine(context.config.get_main_option("sqlalchemy.url"))
with engine.connect() as connection:
    context.configure(connection=connection, **hooks.options)
    with context.begin_transaction():
        context.run_migrations()
PY
hooks() { cat >hooks.py; }
shown() { masked | sed '/^INFO .*plugins\]/d'; }
file() { sed -n '/^import sqlalchemy/,$p' "migrations/versions/$1" | sed '/^revision = /,/^depends_on/d'; }
clean() { rm -f migrations/versions/*.py app.db; }

echo "== no models, no database of that state"
hooks <<'PY'
options = {}
PY
run retort revision --autogenerate -m "none" | shown
run retort revision --autogenerate --sql -m "none" | shown

echo "== a first revision, then what is left"
hooks <<'PY'
from models import metadata

options = {"target_metadata": metadata}
PY
run retort check | shown
run retort check --json | shown
run retort revision --autogenerate -m "first" --rev-id a1 | shown
file a1_first.py
run retort check | shown
run retort revision --autogenerate -m "second" --rev-id a2 | shown
run retort upgrade head | shown
run retort check | shown
run retort check --json | shown
run retort -q check | shown
run retort revision --autogenerate -m "second" --rev-id a2 | shown
run retort revision --autogenerate -m "second" --rev-id a2 --allow-empty | shown
file a2_second.py
run retort upgrade head | shown
run retort --compat revision --autogenerate -m "third" --rev-id a3 | shown
ls migrations/versions

echo "== what differs, with the lines of the models"
run retort upgrade head | shown
cat >>models.py <<'PY'
account.c.name.type = String(80)
account.append_column(Column("parent_id", ForeignKey("account.id", name="fk_parent")))
item = Table("item", metadata, Column("id", Integer, primary_key=True), Column("label", String, unique=True))
PY
run retort check | shown
run retort -q check | shown

echo "== process_revision_directives: no empty files"
clean
hooks <<'PY'
from models import metadata


def process(context, revision, directives):
    print("heads", revision, "directives", [type(d).__name__ for d in directives])
    script = directives[0]
    print("empty", script.upgrade_ops.is_empty(), script.message, script.rev_id, script.head, script.splice)
    directives[:] = []


options = {"target_metadata": metadata, "process_revision_directives": process}
PY
run retort revision --autogenerate -m "gone" --rev-id b1 | shown
ls migrations/versions

echo "== ... edits of the script and its operations"
hooks <<'PY'
from alembic.operations import ops
from models import metadata


def process(context, revision, directives):
    script = directives[0]
    script.message = "changed by the hook"
    script.rev_id = "b2"
    script.imports.add("import uuid")
    script.upgrade_ops.ops.insert(0, ops.ExecuteSQLOp("SELECT 1"))
    script.downgrade_ops.ops.append(ops.ExecuteSQLOp("SELECT 2"))
    for op in script.upgrade_ops.ops:
        print(type(op).__name__)


options = {"target_metadata": metadata, "process_revision_directives": process}
PY
run retort revision --autogenerate -m "first" --rev-id b1 | shown
file b2_changed_by_the_hook.py

echo "== ... several files"
clean
hooks <<'PY'
from alembic.operations import ops
from models import metadata


def process(context, revision, directives):
    script = directives[0]
    tables = [op for op in script.upgrade_ops.ops if isinstance(op, ops.CreateTableOp)]
    directives[:] = []
    head = "base"
    for table in tables:
        up = ops.UpgradeOps([table])
        directives.append(ops.MigrationScript("c_" + table.table_name, up, up.reverse(), message=table.table_name,
                                              head=head, splice=False))
        head = directives[-1].rev_id


options = {"target_metadata": metadata, "process_revision_directives": process}
PY
run retort revision --autogenerate | shown
run retort history
file c_item_item.py

echo "== Rewriter, chained"
clean
hooks <<'PY'
from alembic.autogenerate import rewriter
from alembic.operations import ops
from models import metadata
from sqlalchemy import Column, DateTime, func

stamps, quiet = rewriter.Rewriter(), rewriter.Rewriter()


@stamps.rewrites(ops.CreateTableOp)
def add_stamp(context, revision, op):
    op.columns.append(Column("created", DateTime, server_default=func.now()))
    return op


@stamps.rewrites(ops.CreateIndexOp)
def no_index(context, revision, op):
    return []


@quiet.rewrites(ops.DropTableOp)
def careful(context, revision, op):
    return [ops.ExecuteSQLOp("SELECT '%s goes'" % op.table_name), op]


options = {"target_metadata": metadata, "process_revision_directives": stamps.chain(quiet)}
PY
run retort revision --autogenerate -m "rewritten" --rev-id d1 | shown
file d1_rewritten.py

echo "== revision_environment runs the hooks too"
clean
sed -i 's|^path_separator.*|&\nrevision_environment = true|' alembic.ini
hooks <<'PY'
from models import metadata


def process(context, revision, directives):
    directives[0].message = "through the environment"


options = {"target_metadata": metadata, "process_revision_directives": process}
PY
run retort revision -m "plain" --rev-id e1 | shown
file e1_through_the_environment.py

echo "== errors of hooks say where"
clean
hooks <<'PY'
from models import metadata


def choose(object, name, type_, reflected, compare_to):
    return name.nothing


options = {"target_metadata": metadata, "include_object": choose}
PY
run retort check | shown

echo "== plugins"
hooks <<'PY'
from models import metadata

options = {"target_metadata": metadata, "autogenerate_plugins": ["alembic.autogenerate.*", "~alembic.autogenerate.types", "acme.*"]}
PY
run retort check | masked
