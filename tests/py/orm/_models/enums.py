import enum
from sqlalchemy import *
from sqlalchemy.orm import *
class Status(enum.Enum):
    ON = "on"
    OFF = "off"
class Base(DeclarativeBase):
    type_annotation_map = {Status: Enum(Status, name="status_t", values_callable=lambda e: [m.value for m in e], native_enum=False, length=20)}
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(Identity(start=5), primary_key=True)
    s: Mapped[Status] = mapped_column(default=Status.ON, server_default="on")
    s2: Mapped[Status | None]
    s3: Mapped[Status] = mapped_column(Enum(Status, create_constraint=True, name="s3"))
metadata = Base.metadata
