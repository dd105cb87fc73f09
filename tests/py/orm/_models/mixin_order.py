from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class HasId:
    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)
class Stamp:
    created: Mapped[str] = mapped_column(String(5), sort_order=99)
class A(HasId, Stamp, Base):
    __tablename__ = "a"
    name: Mapped[str]
metadata = Base.metadata
