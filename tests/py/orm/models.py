# Tables of mapped classes: what CREATE TABLE, CREATE INDEX and autogenerate make of each module of _models. To add a case,
# add a module with a `metadata` there and record the output again with the reference.
import importlib
import os

from alembic.autogenerate import render_python_code
from alembic.operations import ops
from alembic.runtime.migration import MigrationContext
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import CompileError
from sqlalchemy.schema import CreateIndex, CreateTable

context = MigrationContext.configure(dialect_name="postgresql")
here = os.path.dirname(os.path.abspath(__file__))


def compiled(element, dialect):
    try:
        return str(element.compile(dialect=dialect)).strip().replace(" \n", "\n")
    except CompileError as error:
        return "CompileError: " + str(error).split("Compiler")[0]


for name in sorted(os.listdir(os.path.join(here, "_models"))):
    if not name.endswith(".py") or name.startswith("_"):
        continue
    print("=====", name)
    metadata = importlib.import_module("_models." + name[:-3]).metadata
    print([table.name for table in metadata.sorted_tables])
    for table in sorted(metadata.tables.values(), key=lambda table: table.key):
        indexes = sorted(table.indexes, key=lambda index: index.name or "")
        print(compiled(CreateTable(table), postgresql.dialect()))
        print(compiled(CreateTable(table), sqlite.dialect()))
        for index in indexes:
            print(compiled(CreateIndex(index), postgresql.dialect()))
        created = [ops.CreateTableOp.from_table(table)] + [ops.CreateIndexOp.from_index(index) for index in indexes]
        text = render_python_code(ops.UpgradeOps(created), migration_context=context)
        own = [repr(str(check.sqltext)) for column in table.columns for check in column.constraints]  # which Alembic leaves out
        print("\n".join(line for line in text.split("\n") if "sa.Check" not in line or not any(check in line for check in own)))
