# The primary key may be in a mixin that is not available.
import coaster_of_others

from sqlalchemy import Integer
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


class Category(coaster_of_others.BaseNameMixin, Base):
    __tablename__ = "category"
    seq = mapped_column(Integer, nullable=False)


print(list(Base.metadata.tables), Category.__table__.columns.keys(), Category.__table__.primary_key.columns.keys())
# expect: ['category'] ['seq'] []
