# Values of Enum columns, both ways: members, their names, labels, and what is neither.
import enum

import sqlalchemy as sa

Color = enum.Enum("Color", {"red": "r", "green": "it's"})
Long = enum.Enum("Long", {f"m{i}": i for i in range(6)})


class Text(str, enum.Enum):
    a = "x"
    b = "y"


class Twice(enum.Enum):
    one = 1
    eins = 1
    two = 2


types = {
    "class": sa.Enum(Color, native_enum=False), "labels": sa.Enum("x", "it's", name="w", native_enum=False),
    "validated": sa.Enum("x", "y", name="v", native_enum=False, validate_strings=True),
    "validated class": sa.Enum(Color, name="cv", native_enum=False, validate_strings=True), "long": sa.Enum(Long, native_enum=False),
    "text": sa.Enum(Text, native_enum=False), "values": sa.Enum(Color, native_enum=False, values_callable=lambda x: [m.value for m in x]),
    "no name": sa.Enum("x", native_enum=False), "long labels": sa.Enum(*[f"member_number_{i}" for i in range(9)], native_enum=False, name="abc"),
    "aliases": sa.Enum(Twice, native_enum=False, omit_aliases=False),
}


def attempt(*what, function):
    try:
        print(*what, repr(function()))
    except Exception as e:
        print(*what, type(e).__name__, str(e).split("\n")[0])


for name, type_ in types.items():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as c:
        for v in (Color.red, "red", "r", "x", "zz", 5, None, Text.a, Long.m1, Twice.eins, "eins", b"x", [1]):
            attempt(name, repr(v), "sent", function=lambda: c.execute(sa.text("SELECT :v").bindparams(sa.bindparam("v", v, type_))).scalar_one())
            attempt(name, repr(v), "written", function=lambda: str(sa.select(sa.literal(v, type_)).compile(dialect=c.dialect, compile_kwargs={"literal_binds": True})).split(" AS")[0])
        for v in ("red", "x", "zz", "r", "eins", "it's"):
            attempt(name, repr(v), "read", function=lambda: c.execute(sa.select(sa.type_coerce(sa.literal_column("'%s'" % v.replace("'", "''")), type_))).scalar_one())
