from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class Person(Base):
    __tablename__ = "person"
    id = mapped_column(Integer, primary_key=True)
class Cust(Person):
    __tablename__ = "cust"
    id = mapped_column(ForeignKey("person.id"), primary_key=True)
    n = mapped_column(String)
class Conc(AbstractConcreteBase if False else Base):
    __tablename__ = "conc"
    id = mapped_column(Integer, primary_key=True)
    __mapper_args__ = {"concrete": True}
@event.listens_for(Table, "after_parent_attach")
def go(t, m): pass
@event.listens_for(Base, "init", propagate=True)
def ini(t, a, k): pass
configure_mappers()
metadata = Base.metadata
