"""dataclass(slots=True) makes a class with slots"""
from dataclasses import dataclass, field, fields, replace


@dataclass(slots=True)
class Column:
    name: str
    nullable: bool = True
    tags: list = field(default_factory=list)


c = Column("id")
print(c, c.__slots__, hasattr(c, "__dict__"), [f.name for f in fields(c)], replace(c, name="x"))
try:
    c.other = 1
except AttributeError as e:
    print(e)
print(type(Column.name).__name__)


@dataclass(slots=True, frozen=True)
class Key(object):
    table: str
    column: str = "id"


print(Key("t"), Key("t") == Key("t", "id"), hash(Key("t")) == hash(Key("t")))
try:
    Key("t").table = "u"
except Exception as e:
    print(type(e).__name__, e)


@dataclass(slots=True)
class Indexed(Column):
    index: int = 0


i = Indexed("a", index=3)
print(i, Indexed.__slots__, hasattr(i, "__dict__"))
