import datetime
import decimal
import enum
import uuid
from typing import Annotated, Any, ClassVar, Dict, List, Literal, Optional, Union

from sqlalchemy import JSON, BigInteger, DateTime, Enum, ForeignKey, Identity, MetaData, String, Text, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from _show import show


class Color(enum.Enum):
    RED = "r"
    GREEN = "g"


class Level(str, enum.Enum):
    low = "low"
    high = "high"


class Number(enum.IntEnum):
    one = 1
    two = 2


intpk = Annotated[int, mapped_column(primary_key=True)]
str50 = Annotated[str, 50]
created = Annotated[datetime.datetime, mapped_column(server_default=func.now(), index=True)]
opt_name = Annotated[Optional[str], mapped_column(String(12))]
user_fk = Annotated[int, mapped_column(ForeignKey("account.id", ondelete="CASCADE"))]
named = Annotated[str, mapped_column(String(7), nullable=True, comment="named")]


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s",
                                           "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
                                           "pk": "pk_%(table_name)s"})
    type_annotation_map = {
        str50: String(50), dict[str, Any]: JSON, Dict[str, int]: JSONB, int: BigInteger,
        datetime.datetime: DateTime(timezone=True), List[str]: ARRAY(String),
    }


class Account(Base):
    __tablename__ = "account"

    id: Mapped[intpk]
    name: Mapped[str50]
    nick: Mapped[Optional[str50]]
    plain: Mapped[str]
    maybe: Mapped[str | None]
    union: Mapped[Union[int, None]] = mapped_column(unique=True)
    forced: Mapped[Optional[int]] = mapped_column(nullable=False)
    forced2: Mapped[int] = mapped_column(nullable=True)
    flag: Mapped[bool] = mapped_column(default=False)
    ratio: Mapped[float] = mapped_column(server_default=text("0.5"))
    price: Mapped[decimal.Decimal]
    token: Mapped[uuid.UUID] = mapped_column(default=uuid.uuid4)
    blob: Mapped[bytes]
    day: Mapped[datetime.date]
    at: Mapped[datetime.time]
    span: Mapped[datetime.timedelta]
    created_at: Mapped[created]
    updated_at: Mapped[Optional[datetime.datetime]] = mapped_column(onupdate=func.now())
    data: Mapped[dict[str, Any]]
    more: Mapped[Optional[Dict[str, int]]]
    tags: Mapped[List[str]]
    color: Mapped[Color]
    level: Mapped[Optional[Level]] = mapped_column(default=Level.low)
    number: Mapped[Number] = mapped_column(Enum(Number, native_enum=False, length=9))
    kind: Mapped[Literal["a", "bcd"]]
    opt: Mapped[opt_name]
    renamed: Mapped[str] = mapped_column("other_name", Text, index=True)
    noted: Mapped[named]
    noted2: Mapped[named] = mapped_column(nullable=False, unique=True)
    late: Mapped[int] = mapped_column(sort_order=10)
    early: Mapped[int] = mapped_column(sort_order=-1)
    big: Mapped[str] = mapped_column(Text, deferred=True)
    old = mapped_column(Text)
    counter: ClassVar[int] = 0
    children: Mapped[List["Child"]] = relationship(back_populates="account", foreign_keys="Child.account_id")


class Child(Base):
    __tablename__ = "child"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    account_id: Mapped[user_fk]
    second_id: Mapped[Optional[user_fk]] = mapped_column(index=True)
    third_id: Mapped[Optional[int]] = mapped_column(ForeignKey("account.id"), index=True)
    account: Mapped["Account"] = relationship(back_populates="children", foreign_keys="Child.account_id")


show(Base.metadata)
print(sorted(Account.__mapper__.columns.keys()))
print([r.key for r in Child.__mapper__.relationships], Account.renamed.property.columns[0].name)
