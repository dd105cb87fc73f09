"""What a TypeDecorator decorates: .impl with its arguments, set anew by its __init__, in repr(), DDL and copies."""
from sqlalchemy import *
from sqlalchemy.types import TypeDecorator, PickleType
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable
class A(TypeDecorator):
    impl = String
    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.CITEXT())
        return dialect.type_descriptor(self.impl)
class B(TypeDecorator):
    impl = Numeric(5, 2)
    cache_ok = True
    def load_dialect_impl(self, dialect):
        return self.impl
class C(TypeDecorator):
    impl = String
    def __init__(self, length=10, **kw):
        super().__init__(length, **kw)
        self.impl = String(length * 2)
class D(TypeDecorator):
    impl = JSON
    def coerce_compared_value(self, op, value):
        return self.impl.coerce_compared_value(op, value)
class E(TypeDecorator):
    impl = Enum
    def __init__(self, *names):
        super().__init__(*names, name="e", native_enum=False)
for t in (A(7), B(), C(4), D(), E("x", "yy"), PickleType()):
    print(repr(t), t.impl, type(t.impl).__name__, t._type_affinity.__name__)
    print(t.copy().impl)
    for d in (postgresql, sqlite):
        print(t.compile(dialect=d.dialect()))
print(str(CreateTable(Table("t", MetaData(), Column("a", A(9)), Column("c", C()), Column("e", E("a", "bb"))))))
print(D().coerce_compared_value(None, "x"), Integer().coerce_compared_value(None, "x"), Integer().coerce_compared_value(None, 5))
print([x()._type_affinity.__name__ for x in (BigInteger, Float, Text, Unicode, LargeBinary, postgresql.JSONB, postgresql.UUID, postgresql.TIMESTAMP, Interval, postgresql.INTERVAL, Boolean, Date, postgresql.CITEXT, postgresql.INET, postgresql.TSVECTOR, Double)])
print(Integer().compare_values(1, 1), A.impl.__name__)
