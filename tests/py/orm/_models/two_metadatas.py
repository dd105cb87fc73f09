from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class Base2(Base):
    __abstract__ = True
    metadata = MetaData(schema="two")
class A(Base2):
    __tablename__ = "a"
    id = mapped_column(Integer, primary_key=True)
class B(Base):
    __tablename__ = "b"
    id = mapped_column(Integer, primary_key=True)
    a = mapped_column(ForeignKey(A.id))
metadata = Base.metadata
