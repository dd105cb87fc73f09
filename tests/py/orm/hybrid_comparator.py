# A hybrid whose comparator is a class method, in the expressions of an index.
import sqlalchemy as sa
from sqlalchemy.ext.hybrid import hybrid_property, Comparator
from sqlalchemy.orm import *
class Base(DeclarativeBase): pass
class C(Comparator):
    def operate(self, op, other, **kwargs):
        return op(sa.func.lower(self.__clause_element__()), sa.func.lower(other), **kwargs)
class User(Base):
    __tablename__="user"
    @declared_attr
    def __table_args__(cls):
        return (sa.Index("ix", sa.func.lower(cls.username), cls.authority, unique=True),)
    id: Mapped[int] = mapped_column(primary_key=True)
    _username = sa.Column("username", sa.UnicodeText(), nullable=False)
    @hybrid_property
    def username(self): return self._username
    @username.inplace.comparator
    @classmethod
    def _username_comparator(cls): return C(cls._username)
    authority = sa.Column("authority", sa.UnicodeText())
from sqlalchemy.schema import CreateTable, CreateIndex
print(CreateTable(User.__table__), *[CreateIndex(i) for i in User.__table__.indexes])

print(sa.select(User.id).where(User.username == "X"))
