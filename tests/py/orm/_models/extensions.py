from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.ext.associationproxy import association_proxy
class Base(AsyncAttrs, DeclarativeBase): pass
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[str]; last: Mapped[str]
    data: Mapped[dict] = mapped_column(MutableDict.as_mutable(JSON), default=dict)
    l = mapped_column(MutableList.as_mutable(JSON))
    kids = relationship("B", order_by="B.pos", collection_class=ordering_list("pos"))
    names = association_proxy("kids", "name")
    @hybrid_property
    def full(self): return self.first + self.last
    @full.expression
    def full(cls): return cls.first + cls.last
    @validates("first")
    def v(self, k, x): return x
class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id = mapped_column(ForeignKey(A.id)); pos = mapped_column(Integer); name = mapped_column(String)
    syn = synonym("name")
metadata = Base.metadata
