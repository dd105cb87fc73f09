from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class Node(Base):
    __tablename__ = "node"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("node.id", use_alter=True, name="fk_parent", deferrable=True, initially="DEFERRED"))
    children: Mapped[list["Node"]] = relationship(back_populates="parent", cascade="all, delete-orphan")
    parent: Mapped["Node | None"] = relationship(back_populates="children", remote_side=[id])
class L(Base):
    __tablename__ = "l"
    r_id: Mapped[int] = mapped_column(ForeignKey("r.id"), primary_key=True)
class R(Base):
    __tablename__ = "r"
    id: Mapped[int] = mapped_column(primary_key=True)
    l_id: Mapped[int] = mapped_column(ForeignKey("l.r_id"))
    x: Mapped[int]; y: Mapped[int]
    __table_args__ = (ForeignKeyConstraint(["x", "y"], ["pair.a", "pair.b"], ondelete="CASCADE", match="FULL"),)
class Pair(Base):
    __tablename__ = "pair"
    a: Mapped[int] = mapped_column(primary_key=True); b: Mapped[int] = mapped_column(primary_key=True)
metadata = Base.metadata
