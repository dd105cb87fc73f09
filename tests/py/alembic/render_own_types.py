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
class My(sa.types.UserDefinedType):
    def __init__(self, a=None): self.a = a
    def __repr__(self): return "My(%r)" % self.a
class Deco(sa.types.TypeDecorator):
    impl = sa.String
    cache_ok = True
show(ops.AddColumnOp("t", sa.Column("m", My(3))), ops.AddColumnOp("t", sa.Column("m", Deco(5))), user_module_prefix="foo.")
show(ops.AddColumnOp("t", sa.Column("m", My(3))), ops.AddColumnOp("t", sa.Column("m", Deco(5))))
