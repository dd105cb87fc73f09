# The text of operations as alembic.autogenerate.render writes it; expected output recorded from Alembic 1.19.1.
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from alembic.autogenerate import render_python_code
from alembic.operations import ops
from alembic.runtime.migration import MigrationContext
ctx = MigrationContext.configure(dialect_name="postgresql")
def show(*o, **kw):
    up = ops.UpgradeOps(list(o))
    kw.setdefault("migration_context", ctx)
    try:
        print(render_python_code(up, **kw))
    except Exception as e:
        print(type(e).__name__, e)
m = sa.MetaData()
mods = [ops.AddColumnOp("t", sa.Column("z", sa.Numeric(10, 2), index=True), schema="s"), ops.DropColumnOp("t", "q", schema="s"),
  ops.AlterColumnOp("t", "x", modify_type=sa.Text(), existing_type=sa.VARCHAR(50), modify_nullable=False, modify_server_default=sa.DefaultClause(sa.text("5")), modify_comment=None, existing_comment="old", schema="s"),
  ops.AlterColumnOp("t", "x", modify_name="y", existing_nullable=True, existing_server_default=sa.DefaultClause("x")),
  ops.CreateTableCommentOp("t", "c", existing_comment=None, schema="s"), ops.DropTableCommentOp("t", existing_comment="old"),
  ops.CreateForeignKeyOp("fk", "t", "u", ["a"], ["b"], ondelete="CASCADE", source_schema="s", referent_schema="r"),
  ops.CreateForeignKeyOp(None, "t", "u", ["a", "c"], ["b", "d"], deferrable=True, initially="DEFERRED", match="FULL", postgresql_not_valid=True),
  ops.CreateUniqueConstraintOp("uq", "t", ["a", "b"], schema="s", deferrable=True, initially="DEFERRED", postgresql_nulls_not_distinct=True),
  ops.CreateCheckConstraintOp("ck", "t", sa.text("a > 5"), schema="s"), ops.CreateCheckConstraintOp("ck", "t", sa.column("a") > 5),
  ops.DropConstraintOp("ck", "t", type_="check", schema="s"), ops.ExecuteSQLOp("select 'a' \" b"),
  ops.CreateIndexOp(sa.sql.elements.conv("ix"), "t", ["a", sa.text("lower(b)"), sa.desc("c"), sa.func.upper(sa.column("d")).label("lab"), sa.column("a") + 5], unique=True, if_not_exists=True, postgresql_include=["z"], postgresql_ops={"a": "text_pattern_ops"}),
]
show(ops.ModifyTableOps("t", mods, schema="s"))
show(ops.ModifyTableOps("t", mods[:4], schema="s"), ops.ModifyTableOps("u", mods[4:], schema=None), render_as_batch=True)
show(ops.ModifyTableOps("t", []), render_as_batch=True)
