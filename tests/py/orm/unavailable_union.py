# A class nobody knows in an annotation: what stands beside it still says whether the column may be NULL.
from typing import Optional, Union

from nowhere import Thing
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Row(Base):
    __tablename__ = "row"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[Thing | None] = mapped_column(String)
    b: Mapped[None | Thing] = mapped_column(String)
    c: Mapped[Optional[Thing]] = mapped_column(String)
    d: Mapped["Thing | None"] = mapped_column(String)
    e: Mapped[Union[Thing, None]] = mapped_column(String)
    f: Mapped[Thing.Part | int | None] = mapped_column(String)
    g: Mapped[Thing] = mapped_column(String)


print([c.name for c in Row.__table__.columns if c.nullable])
print(Thing | None)
