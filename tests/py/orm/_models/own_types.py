from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.types import UserDefinedType
class Money(TypeDecorator):
    impl = Numeric(12, 2)
    cache_ok = True
    def process_bind_param(self, v, d): return v
class GUID(TypeDecorator):
    impl = CHAR
    cache_ok = True
    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import UUID
            return dialect.type_descriptor(UUID())
        return dialect.type_descriptor(CHAR(32))
class Pt(UserDefinedType):
    def __init__(self, n): self.n = n
    def get_col_spec(self, **kw): return f"PT({self.n})"
class Base(DeclarativeBase): pass
class A(Base):
    __tablename__ = "a"
    id: Mapped[GUID] = mapped_column(GUID, primary_key=True)
    m = mapped_column(Money); p = mapped_column(Pt(3)); v = mapped_column(String(5).with_variant(Text(), "postgresql"))
    q = mapped_column(PickleType); r = mapped_column(LargeBinary(5)); i = mapped_column(Interval); b = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
metadata = Base.metadata
