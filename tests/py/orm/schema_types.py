# A type of the project that is a SchemaType too, and mapped_column() from the wrong module.
from sqlalchemy import Column, Integer, MetaData, SmallInteger, Table
from sqlalchemy.sql.sqltypes import SchemaType
from sqlalchemy.testing.schema import mapped_column
from sqlalchemy.types import Enum, TypeDecorator, Boolean
from sqlalchemy.schema import CreateTable


class IntEnum(TypeDecorator, SchemaType):
    impl = SmallInteger
    cache_ok = True

    def __init__(self, enum=None):
        self.enum = enum
        TypeDecorator.__init__(self)
        SchemaType.__init__(self)


t = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("kind", IntEnum()))
print(CreateTable(t))
print([isinstance(x, SchemaType) for x in (IntEnum(), Enum("a"), Boolean(), Integer())], IntEnum().name)
print(type(mapped_column(Integer)).__name__)
