"""The types of tests/stress/fixpoint_models.py: how each is made, what may stand behind DEFAULT, what it is good for."""

import os

from sqlalchemy import (ARRAY, CHAR, JSON, REAL, BigInteger, Boolean, Date, DateTime, Double, Enum, Float, Integer, Interval,
                        LargeBinary, Numeric, PickleType, SmallInteger, String, Text, Time, TypeDecorator, Unicode,
                        UnicodeText, Uuid)
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import DOMAIN, ENUM, TIME, TIMESTAMP

pg = os.environ["DIALECT"] == "postgresql"


class Money(TypeDecorator):
    """A type of the project over a plain one."""
    impl = Numeric(12, 4)
    cache_ok = True


# Members change from one state to the other.
colors = ["red", "green", "blue"]
moods = ["so so", "it's fine", "50%"]
sizes = ["S", "M", "L"]
zip_codes = {"check": r"VALUE ~ '^\d{5}$'"}

# name: (how it is made, defaults in SQL, what for). "number" stands in arithmetic, "text" in lower(), "plain" in keys
# and B-trees; "gin", "gist" and "hash" are methods that index it.
TYPES = {
    "int": (lambda: Integer(), ["0", "7", "-1"], "number plain"),
    "small": (lambda: SmallInteger(), ["3"], "number plain"),
    "big": (lambda: BigInteger(), ["9000000000"], "number plain"),
    "num": (lambda: Numeric(10, 2), ["0", "12.50"], "number plain"),
    "num5": (lambda: Numeric(5), ["0"], "number plain"),
    "numeric": (lambda: Numeric(), ["1.0"], "number plain"),
    "money": (lambda: Money(), ["0"], "number plain"),
    "float": (lambda: Float(), ["0.5"], "plain"),
    "float24": (lambda: Float(24), ["0.5"], "plain"),
    "double": (lambda: Double(), ["0.25"], "plain"),
    "real": (lambda: REAL(), [], "plain"),
    "bool": (lambda: Boolean(), ["true", "false"] if pg else ["1", "0"], "plain"),
    "str20": (lambda **k: String(20, **k), ["'draft'", "'it''s'", "'a:b'"], "text plain hash"),
    "str50": (lambda **k: String(50, **k), ["''", "'100%'", "'a\\b'"], "text plain"),
    "str": (lambda **k: String(**k), ["'naïve ☃'"], "text plain"),
    "unicode": (lambda **k: Unicode(30, **k), ["'é'"], "text plain"),
    "char3": (lambda: CHAR(3), ["'abc'"], "plain"),
    "text": (lambda **k: Text(**k), ["'x'", "upper('x')" if pg else "'y'"], "text plain"),
    "unitext": (lambda **k: UnicodeText(**k), [], "text plain"),
    "date": (lambda: Date(), ["CURRENT_DATE"], "plain"),
    "time": (lambda: Time(), [], "plain"),
    "at": (lambda: DateTime(timezone=pg), ["now()", "timezone('utc', now())"] if pg else ["CURRENT_TIMESTAMP"], "plain"),
    "bytes": (lambda: LargeBinary(), [], ""),
    "pickle": (lambda: PickleType(), [], ""),
    "json": (lambda: JSON(), ["'{}'"], ""),
    "variant": (lambda: JSON().with_variant(postgresql.JSONB(), "postgresql"), ["'[]'"], ""),
    "size": (lambda: Enum(*sizes, name="size", native_enum=False, length=8), ["'M'"], "plain"),
    "uuid": (lambda: Uuid(), ["gen_random_uuid()"] if pg else [], "plain"),
}
if pg:
    TYPES.update({
        "timetz": (lambda: Time(timezone=True), [], "plain"),
        "time3": (lambda: TIME(precision=3), ["'12:00:00'"], "plain"),
        "stamp": (lambda: DateTime(), ["LOCALTIMESTAMP"], "plain"),
        "stamp0": (lambda: TIMESTAMP(timezone=True, precision=0), ["now()"], "plain"),
        "stringuuid": (lambda: postgresql.UUID(as_uuid=False), [], "plain"),
        "jsonb": (lambda: postgresql.JSONB(), ["'{}'", "'[]'::jsonb"], "gin"),
        "ints": (lambda: ARRAY(Integer), ["'{}'", "ARRAY[1,2]"], "plain gin"),
        "grid": (lambda: postgresql.ARRAY(Integer, dimensions=2), [], "plain"),
        "texts": (lambda: postgresql.ARRAY(Text), ["'{}'::text[]"], "plain gin"),
        "strings": (lambda: ARRAY(String(20)), [], "plain"),
        "inet": (lambda: postgresql.INET(), ["'127.0.0.1'"], "plain"),
        "cidr": (lambda: postgresql.CIDR(), [], "plain"),
        "macaddr": (lambda: postgresql.MACADDR(), [], "plain"),
        "macaddr8": (lambda: postgresql.MACADDR8(), [], "plain"),
        "interval": (lambda: Interval(), ["'1 day'"], "plain"),
        "days": (lambda: postgresql.INTERVAL(fields="DAY TO SECOND", precision=3), [], "plain"),
        "bit4": (lambda: postgresql.BIT(4), ["B'1010'"], "plain"),
        "varbit": (lambda: postgresql.BIT(8, varying=True), [], "plain"),
        "cash": (lambda: postgresql.MONEY(), ["0"], "plain"),
        "oid": (lambda: postgresql.OID(), [], "plain"),
        "regclass": (lambda: postgresql.REGCLASS(), ["'pg_class'::regclass"], ""),
        "tsvector": (lambda: postgresql.TSVECTOR(), [], "gin gist"),
        "tsquery": (lambda: postgresql.TSQUERY(), [], ""),
        "jsonpath": (lambda: postgresql.JSONPATH(), [], ""),
        "citext": (lambda **k: postgresql.CITEXT(**k), ["'Any'"], "plain"),
        "hstore": (lambda: postgresql.HSTORE(), ["''"], "gin"),
        "range": (lambda: postgresql.INT4RANGE(), [], "range gist"),
        "bigrange": (lambda: postgresql.INT8RANGE(), [], "range gist"),
        "numrange": (lambda: postgresql.NUMRANGE(), ["'[0,1)'"], "range gist"),
        "daterange": (lambda: postgresql.DATERANGE(), [], "range gist"),
        "tsrange": (lambda: postgresql.TSRANGE(), [], "range gist"),
        "tstzrange": (lambda: postgresql.TSTZRANGE(), [], "range gist"),
        "multirange": (lambda: postgresql.INT4MULTIRANGE(), [], "gist"),
        "color": (lambda: Enum(*colors, name="color"), ["'red'"], "plain"),
        "colors": (lambda: ARRAY(Enum(*colors, name="color")), ["'{}'"], ""),
        "mood": (lambda: ENUM(*moods, name="Mood", schema="other"), ["'so so'"], "plain"),
        "domain": (lambda: DOMAIN("us_zip", Text(), **zip_codes), ["'12345'"], "plain"),
    })

# What a column may become without a word, and what only with USING.
CASTS = [
    ("int", "small", "big", "num", "num5", "numeric", "money", "float", "float24", "double", "real"),
    ("str20", "str50", "str", "unicode", "text", "unitext", "citext", "char3"),
    ("date", "at", "stamp", "stamp0"),
    ("ints", "texts", "strings"),
    ("json", "jsonb", "variant"),
    ("range", "multirange"),
]
CASTS_BY_TEXT = [
    ("text", "int", "bool"), ("str20", "uuid", "stringuuid"), ("str50", "color"), ("color", "text", "mood"),
    ("json", "text"), ("bytes", "text"), ("inet", "cidr", "str20"), ("interval", "days"), ("time", "time3", "timetz"),
    ("bit4", "varbit"), ("size", "text", "color"), ("domain", "text"), ("texts", "colors"), ("hstore", "text"),
]


def good_for(kind, purpose):
    return purpose in TYPES[kind][2].split()


def successors(kind, by_text):
    """What a column of that type may become."""
    return sorted({other for family in CASTS + (CASTS_BY_TEXT if by_text else []) if kind in family
                   for other in family if other != kind and other in TYPES})
