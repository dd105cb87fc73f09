# Listeners of before_parent_attach and after_parent_attach: tables, columns, constraints and indexes.
import sqlalchemy as sa
from sqlalchemy import event

log = []
m = sa.MetaData()
for kind in (sa.Column, sa.Index, sa.UniqueConstraint, sa.CheckConstraint, sa.ForeignKeyConstraint, sa.PrimaryKeyConstraint):
    for name in ("before_parent_attach", "after_parent_attach"):
        def listen(target, parent, kind=kind, name=name):
            log.append((kind.__name__, name, type(target).__name__, getattr(target, "name", None), type(parent).__name__, parent.name))
        event.listen(kind, name, listen)


@event.listens_for(sa.Table, "after_parent_attach")
def table_made(table, metadata):
    print("table", table.name, len(table.columns), metadata is m)
    table.info["seen"] = True


t = sa.Table("t", m, sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Integer, sa.ForeignKey("t.id"), index=True), sa.Column("u", sa.Integer, unique=True),
             sa.UniqueConstraint("a", "u", name="uq"), sa.CheckConstraint("a>0", name="ck"), sa.Index("ix", "a"))
print(*log, sep="\n")
log.clear()
sa.Table("t", m, sa.Column("more", sa.Integer), extend_existing=True)
print(*log, t.info, sep="\n")
log.clear()
sa.Index("later", t.c.u)
t.append_constraint(sa.UniqueConstraint("u", name="u2"))
t.append_column(sa.Column("n", sa.Integer))
print(*log, sep="\n")
log.clear()
one = sa.Column("q", sa.Integer)
event.listen(one, "after_parent_attach", lambda target, parent: print("after", target.name, parent.name))
event.listen(one, "before_parent_attach", lambda target, parent: print("before", target.name, parent.name))


# the recipe for names from before there were naming conventions
@event.listens_for(sa.PrimaryKeyConstraint, "after_parent_attach")
def name_key(key, table):
    key.name = "pk_" + table.name


z = sa.Table("z", m, one, sa.Column("id", sa.Integer, primary_key=True))
print(z.primary_key.name)
print(sa.schema.CreateTable(z))
print(sa.schema.CreateTable(sa.Table("e", m, sa.Column("a", sa.Enum("x", name="en", quote=True, create_constraint=True, native_enum=False)), sa.Column("c", sa.Enum("x", name="order", quote=False, create_constraint=True, native_enum=False)), sa.Column("b", sa.Boolean(name="bo", create_constraint=True)))))
