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
t = sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("x", sa.String(50), nullable=False, server_default="a'b", comment="it's"),
  sa.Column("d", sa.DateTime(timezone=True), server_default=sa.text("now()")),
  sa.Column("j", postgresql.JSONB), sa.Column("h", postgresql.HSTORE), sa.Column("arr", postgresql.ARRAY(sa.String(5))), sa.Column("arr2", sa.ARRAY(sa.Integer, dimensions=2)),
  sa.Column("e", sa.Enum("a","b",name="ee")), sa.Column("c", sa.Integer, sa.Computed("id + 1", persisted=True)), sa.Column("i", sa.BigInteger, sa.Identity(always=True, start=3)),
  sa.Column("v", sa.String().with_variant(sa.Text(), "sqlite").with_variant(postgresql.JSONB(), "postgresql")),
  sa.Column("p", sa.ForeignKey("s.other.id", ondelete="CASCADE")),
  sa.UniqueConstraint("x", name="uq_x"), sa.CheckConstraint("id > 0 and x like 'a'", name="ck"), sa.Index("ix", "x", postgresql_using="gin", postgresql_where=sa.text("id > 3")),
  sa.Index("ix2", sa.text("lower(x)")), sa.Index("ix3", sa.func.lower(sa.column("x")), unique=True), 
  postgresql.ExcludeConstraint((sa.column("d"), "&&"), ("x", "="), using="gist", where=sa.text("id > 0"), name="ex"),
  schema="s", comment="the t", prefixes=["UNLOGGED"], info={"a": 1}, postgresql_partition_by="RANGE (id)")
op = ops.CreateTableOp.from_table(t)
show(op)
show(op, render_as_batch=True, sqlalchemy_module_prefix="", alembic_module_prefix="")
show(ops.DropTableOp.from_table(t))
for ix in sorted(t.indexes, key=lambda i: i.name):
    show(ops.CreateIndexOp.from_index(ix), ops.DropIndexOp.from_index(ix))
show()
