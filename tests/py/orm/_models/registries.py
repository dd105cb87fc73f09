from sqlalchemy import *
from sqlalchemy.orm import *
reg = registry()
@reg.mapped
class A:
    __tablename__ = "a"
    id = mapped_column(Integer, primary_key=True)
    x = mapped_column(String)
@reg.mapped_as_dataclass
class B:
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"), init=False)
assoc = Table("ab", reg.metadata, Column("a_id", ForeignKey("a.id"), primary_key=True), Column("b_id", ForeignKey("b.id", onupdate="CASCADE"), primary_key=True))
t = Table("imp", reg.metadata, Column("id", Integer, primary_key=True), Column("z", Text, key="zz"))
class Imp: pass
reg.map_imperatively(Imp, t)
metadata = reg.metadata
