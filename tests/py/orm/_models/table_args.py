from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class A(Base):
    __table__ = Table("a", Base.metadata, Column("id", BigInteger, primary_key=True), Column("x", String, server_default=FetchedValue()))
class C(Base):
    __tablename__ = "c"
    __table_args__ = {"schema": "other", "postgresql_partition_by": "LIST (k)", "info": {"skip": True}, "prefixes": ["UNLOGGED"]}
    k = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    n = mapped_column(Integer, Sequence("n_seq"), primary_key=True)
    d = mapped_column(DateTime, server_default=func.now(), onupdate=func.now(), server_onupdate=FetchedValue())
    e = mapped_column(Integer, server_default=text("1 + 1"))
    f = mapped_column(Boolean, server_default=false())
    g = mapped_column(Boolean, server_default=expression.true() if False else text("true"))
    h = mapped_column(Unicode(7), server_default="'q'", comment="a 'c'")
metadata = Base.metadata
