from sqlalchemy import (Boolean, CheckConstraint, Column, DateTime, ForeignKey, Index, Integer, String, Text,
                        UniqueConstraint, func)
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, declarative_mixin, declared_attr, mapped_column, \
    relationship, synonym

from _show import show


class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls):
        return cls.__name__.lower()

    id: Mapped[int] = mapped_column(primary_key=True)


class Named:
    name: Mapped[str] = mapped_column(String(20), index=True)

    @declared_attr.directive
    def __table_args__(cls):
        return (UniqueConstraint("name", name=f"uq_{cls.__tablename__}_name"), {"comment": "named"})


@declarative_mixin
class Timestamps:
    created_at = Column(DateTime(timezone=True), server_default=func.now(), nullable=False)
    updated_at = Column(DateTime(timezone=True), onupdate=func.now())


class SoftDelete:
    deleted: Mapped[bool] = mapped_column(Boolean, default=False, sort_order=99)

    @declared_attr
    def deleted_by(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("user.id"))

    @declared_attr
    def deleter(cls) -> Mapped["User"]:
        return relationship("User", foreign_keys=[cls.deleted_by])


class User(Named, Timestamps, Base):
    email: Mapped[str] = mapped_column(String(100), unique=True)
    full = column_property(email + "!")
    mail = synonym("email")


class Abstract(Base):
    __abstract__ = True
    __table_args__ = {"schema": "app"}

    note = Column(Text)


class Doc(SoftDelete, Abstract):
    title: Mapped[str]


class Plain(Timestamps, Abstract):
    __tablename__ = "plain_things"
    __table_args__ = (
        Index("ix_plain_lower", func.lower("x")),
        CheckConstraint("n > 0", name="positive"),
        {"schema": "other", "comment": "plain", "info": {"a": 1}},
    )
    n = Column(Integer, nullable=False, default=3)
    user_id = Column(Integer, ForeignKey("user.id", ondelete="SET NULL"), index=True)


class Args(Base):
    __table_args__ = (UniqueConstraint("a", "b"), Index("ix_args_desc", "a", "b", unique=True))
    a: Mapped[int]
    b: Mapped[int]
    __table_args__ += (Index("ix_expr", func.lower("a"), postgresql_using="btree"),)


show(Base.metadata)
print(User.mail == "x", User.full)
print([c.name for c in Doc.__table__.columns])
