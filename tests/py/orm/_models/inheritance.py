from sqlalchemy import *
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class Emp(Base):
    __tablename__ = "emp"
    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "type", "polymorphic_identity": "emp"}
class Eng(Emp):
    __tablename__ = "eng"
    id: Mapped[int] = mapped_column(ForeignKey("emp.id"), primary_key=True)
    info: Mapped[str]
    __mapper_args__ = {"polymorphic_identity": "eng"}
class Mgr(Emp):
    data: Mapped[str] = mapped_column(nullable=True)
    other: Mapped[int] = mapped_column(use_existing_column=True, nullable=True)
    __mapper_args__ = {"polymorphic_identity": "mgr"}
class Boss(Emp):
    other: Mapped[int] = mapped_column(use_existing_column=True, nullable=True)
    __mapper_args__ = {"polymorphic_identity": "boss"}
metadata = Base.metadata
