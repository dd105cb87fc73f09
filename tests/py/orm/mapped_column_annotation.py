from sqlalchemy import Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column



class Base(DeclarativeBase):
    pass


class Columns:
    @declared_attr
    def x(cls) -> MappedColumn[int]:
        return mapped_column(Integer)


class T(Columns, Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)


print(T.__table__.c.keys())
# expect: ['id', 'x']
