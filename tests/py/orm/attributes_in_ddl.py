"""Mapped attributes where DDL wants columns."""

from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.dialects import postgresql
class Base(DeclarativeBase): pass
class User(Base):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    c = Column("cc", Integer)
def show(f):
    try:
        r = f()
        print(CreateIndex(r).compile(dialect=postgresql.dialect()) if isinstance(r, Index) else r)
    except Exception as e: print(type(e).__name__, e)
show(lambda: Index("a", User.name))
show(lambda: Index("b", User.name, User.id))
show(lambda: Index("c", User.name.desc()))
show(lambda: Index("d", func.lower(User.name)))
show(lambda: Index("e", User.c, postgresql_where=User.name == "x"))
show(lambda: Index("f", User.__table__.c.name))
show(lambda: Index("g", desc(User.name)))
show(lambda: Index("h", User.name, postgresql_ops={"name": "text_pattern_ops"}, postgresql_include=[User.id]))
show(lambda: sorted(i.name for i in User.__table__.indexes))
def uq():
    User.__table__.append_constraint(UniqueConstraint(User.name, User.c, name="uu"))
    User.__table__.append_constraint(CheckConstraint(User.id > 5, name="cc"))
    User.__table__.append_constraint(ForeignKeyConstraint([User.c], [User.id], name="ff"))
    return CreateTable(User.__table__).compile(dialect=postgresql.dialect())
show(uq)
t = Table("z", Base.metadata, Column("q", ForeignKey(User.id)))
show(lambda: CreateTable(t).compile(dialect=postgresql.dialect()))
