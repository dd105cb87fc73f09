from typing import *
from sqlalchemy import *
from sqlalchemy.orm import *
class Base(MappedAsDataclass, DeclarativeBase, kw_only=True): pass
class U(Base):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    name: Mapped[str] = mapped_column(default="x", server_default="y")
    tags: Mapped[List["T"]] = relationship(default_factory=list, back_populates="u")
class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    u_id: Mapped[Optional[int]] = mapped_column(ForeignKey("u.id", ondelete="SET NULL"), default=None)
    u: Mapped[Optional["U"]] = relationship(back_populates="tags", default=None)
metadata = Base.metadata
