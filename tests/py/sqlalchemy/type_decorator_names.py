# A subclass of TypeDecorator may call its attributes as it likes, also as those of other types.
import enum
from sqlalchemy import Column, Integer, MetaData, String, Table, TypeDecorator
from sqlalchemy.schema import CreateTable


class Color(enum.Enum):
    RED = 1


class EnumAsString(TypeDecorator):
    impl = String
    cache_ok = True

    def __init__(self, enum_class, *args, precision=None, **keywords):
        self.enum_class = enum_class
        self.timezone = "UTC"
        self.precision, self.enums = precision, ["a"]
        super().__init__(*args, **keywords)


kind = EnumAsString(Color, 100, precision=3)
print(kind.enum_class, kind.timezone, kind.precision, kind.enums)
print(CreateTable(Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("kind", kind))))
