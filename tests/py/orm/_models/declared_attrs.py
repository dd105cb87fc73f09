from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class Mixin:
    @declared_attr
    def owner_id(cls) -> Mapped[int]: return mapped_column(ForeignKey("owner.id", name=f"fk_{cls.__name__}"))
    @declared_attr
    def owner(cls): return relationship("Owner")
    @declared_attr.directive
    def __table_args__(cls): return (Index(f"ix_{cls.__tablename__}_o", "owner_id"),)
class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
class X(Mixin, Base):
    __tablename__ = "x"
    id: Mapped[int] = mapped_column(primary_key=True)
class Abs(Base):
    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)
    note: Mapped[str] = mapped_column(deferred=True)
class Y(Abs): __tablename__ = "y"
class Z(Abs):
    __tablename__ = "z"
    extra = column_property(Column("ex", Integer))
    comp: Mapped[int] = mapped_column(Computed("ex * 2"))
metadata = Base.metadata
