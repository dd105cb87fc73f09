from __future__ import annotations
from typing import TYPE_CHECKING
from sqlalchemy import *
from sqlalchemy.orm import *
if TYPE_CHECKING:
    from nowhere import Thing
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[str | None] = mapped_column(String(8))
    things: Mapped[list[Thing]] = relationship()
    w: WriteOnlyMapped[Thing] = relationship()
    d: DynamicMapped["Thing"] = relationship()
metadata = Base.metadata
