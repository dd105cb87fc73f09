import uuid, datetime, decimal
from typing import *
from typing_extensions import Annotated, TypeAliasType
from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.dialects.postgresql import UUID as PGUUID, ARRAY, JSONB, INET, TSVECTOR, ENUM, INT4RANGE
class Base(DeclarativeBase):
    type_annotation_map = {str: String(100), datetime.datetime: TIMESTAMP(timezone=True), list[int]: ARRAY(Integer), dict: JSONB}
uid = Annotated[uuid.UUID, mapped_column(primary_key=True, default=uuid.uuid4, server_default=text("gen_random_uuid()"))]
class A(Base):
    __tablename__ = "a"
    id: Mapped[uid]
    a: Mapped[uuid.UUID] = mapped_column(PGUUID(as_uuid=True), index=True)
    b: Mapped[datetime.date]; c: Mapped[datetime.time]; d: Mapped[datetime.timedelta]
    e: Mapped[decimal.Decimal] = mapped_column(Numeric(10, 2)); f: Mapped[bytes]; g: Mapped[bool]; h: Mapped[float]
    i: Mapped[list[int]]; j: Mapped[dict]; k: Mapped[Optional[dict]]
    l = mapped_column(TSVECTOR, Computed("to_tsvector('english', m)", persisted=True)); m: Mapped[str]
    n: Mapped[Literal["a", "b"]]; o: Mapped[Literal["x", "y"] | None]
    p: Mapped[str] = mapped_column(ENUM("q", "r", name="pe", create_type=False))
    __table_args__ = (Index("ix_j", "j", postgresql_using="gin", postgresql_ops={"j": "jsonb_path_ops"}), Index("ix_part", "m", unique=True, postgresql_where=text("g")), Index("ix_desc", desc("b"), m.desc() if False else text("m DESC NULLS LAST")))
metadata = Base.metadata
