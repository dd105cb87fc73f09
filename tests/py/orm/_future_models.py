from __future__ import annotations

import datetime as dt
import typing as t
from typing import TYPE_CHECKING, List, Optional

import sqlalchemy as sa
import sqlalchemy.orm as so
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship

if TYPE_CHECKING:
    from nowhere import Missing

pk = t.Annotated[int, mapped_column(primary_key=True)]


class Base(DeclarativeBase):
    pass


class Stamped:
    created_at: Mapped[dt.datetime] = mapped_column(server_default=sa.func.now())

    @declared_attr
    def owner_id(cls) -> Mapped[Optional[int]]:
        return mapped_column(ForeignKey("parent.id"))


class Parent(Stamped, Base):
    __tablename__ = "parent"

    id: Mapped[pk]
    date: Mapped[dt.date]
    name: so.Mapped[t.Optional[str]] = so.mapped_column(sa.String(64), index=True)
    when: so.Mapped[dt.datetime | None]
    children: Mapped[List[Child]] = relationship(back_populates="parent", foreign_keys="Child.parent_id")
    missing: Mapped[t.List[Missing]] = relationship("Child", viewonly=True, foreign_keys="Child.owner_id")


class Child(Base):
    __tablename__ = "child"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("parent.id"))
    owner_id: Mapped[Optional[int]] = mapped_column(ForeignKey("parent.id"))
    parent: Mapped[Parent] = relationship(back_populates="children", foreign_keys=[parent_id])
