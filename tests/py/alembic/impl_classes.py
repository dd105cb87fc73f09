# op.get_context().impl: its class by dialect, and what it says of itself.
import io

import sqlalchemy as sa
from alembic.ddl import DefaultImpl as Default
from alembic.ddl.impl import DefaultImpl
from alembic.ddl.postgresql import PostgresqlImpl
from alembic.ddl.sqlite import SQLiteImpl
from alembic.migration import MigrationContext
from alembic.operations import Operations

print(Default is DefaultImpl, DefaultImpl.__mro__, PostgresqlImpl.__mro__, SQLiteImpl.__bases__)
for name in ("postgresql", "sqlite"):
    out = io.StringIO()
    context = MigrationContext.configure(dialect_name=name, opts={"as_sql": True, "output_buffer": out})
    impl = context.impl
    op = Operations(context)
    print(type(impl), type(impl).__name__, type(impl).__module__, [isinstance(impl, c) for c in (DefaultImpl, PostgresqlImpl, SQLiteImpl)])
    print(impl is context.impl, op.impl is impl, op.get_context().impl is impl, DefaultImpl.get_by_dialect(impl.dialect) is type(impl))
    for one in (impl, type(impl)):
        print(one.__dialect__, one.transactional_ddl, one.command_terminator, [sorted(s) for s in one.type_synonyms], one.type_arg_extract, one.identity_attrs_ignore)
    print(impl.as_sql, impl.memo, impl.dialect.name)
    impl.memo["seen"] = True
    print(context.impl.memo)
    impl.add_column("t", sa.Column("c", sa.Integer))
    impl.rename_table("t", "u")
    impl.static_output("-- said")
    print(out.getvalue())
print(DefaultImpl.__dialect__, DefaultImpl.transactional_ddl)
context = MigrationContext.configure(dialect_name="sqlite", opts={"as_sql": True, "output_buffer": io.StringIO(), "transactional_ddl": True})
print(context.impl.transactional_ddl, SQLiteImpl.transactional_ddl)


class Tenants(PostgresqlImpl):
    __dialect__ = "tenants"
    transactional_ddl = False


print(Tenants.transactional_ddl, Tenants.__dialect__, Tenants.command_terminator, issubclass(Tenants, DefaultImpl))
