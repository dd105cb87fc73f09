from sqlalchemy import *
from sqlalchemy.orm import *

Base = declarative_base(metadata=MetaData(schema="s", naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"}))
class P(Base):
    __tablename__ = "p"
    id = Column(Integer, primary_key=True)
    kind = Column("kind_name", String(10), CheckConstraint("kind_name <> ''", name="kind_not_empty"))
    par = Column(ForeignKey("s.p.id"))
    a = Column(Integer); b = Column(Integer)
    __table_args__ = (UniqueConstraint("a", "b"), Index(None, "a", "b"), Index("ix_low", func.lower(kind)), CheckConstraint("a > b", name="ab"), {"comment": "pp", "sqlite_autoincrement": True})
metadata = Base.metadata
