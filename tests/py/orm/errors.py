from typing import List, Optional

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


def refused(make):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, "-", str(e).partition("\n")[0].replace("__main__.", "").replace("refused.<locals>.", ""))
    Base.metadata.clear()


def no_table():
    class A(Base):
        id: Mapped[int] = mapped_column(primary_key=True)


def no_key():
    class B(Base):
        __tablename__ = "b"
        n: Mapped[int]


def unmapped_annotation():
    class C(Base):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: int


def no_type():
    class D(Base):
        __tablename__ = "d"
        id: Mapped[int] = mapped_column(primary_key=True)
        x: Mapped[List[str]]


def nothing():
    class E(Base):
        __tablename__ = "e"
        id: Mapped[int] = mapped_column(primary_key=True)
        x = mapped_column()


def metadata_name():
    class F(Base):
        __tablename__ = "f"
        id: Mapped[int] = mapped_column(primary_key=True)
        metadata: Mapped[int] = mapped_column()


def table_args():
    class G(Base):
        __tablename__ = "g"
        __table_args__ = ["x"]
        id: Mapped[int] = mapped_column(primary_key=True)


def in_mixin():
    class Mixin:
        other = relationship("X")

    class H(Mixin, Base):
        __tablename__ = "h"
        id: Mapped[int] = mapped_column(primary_key=True)


def dataclass_argument():
    class I(Base):
        __tablename__ = "i"
        id: Mapped[int] = mapped_column(primary_key=True, init=False)


for one in (no_table, no_key, unmapped_annotation, no_type, nothing, metadata_name, table_args, in_mixin,
            dataclass_argument):
    refused(one)
