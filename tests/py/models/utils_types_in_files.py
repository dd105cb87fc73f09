# Types of sqlalchemy_utils as generated files have them, and what they are in a table; as the package itself does.
import enum

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy_utils import ChoiceType, PasswordType, UUIDType, WeekDaysType


class Kind(enum.Enum):
    a = 1


def show(type_):
    print(repr(type_), *(type_.compile(dialect=d.dialect()) for d in (postgresql, sqlite)), sep=" | ")


show(UUIDType())  # expect: UUIDType() | UUID | BINARY(16)
show(UUIDType(binary=False))  # expect: UUIDType(binary=False) | UUID | CHAR(32)
show(UUIDType(native=False))  # expect: UUIDType(native=False) | BINARY(16) | BINARY(16)
show(ChoiceType([("a", "A")]))  # expect: ChoiceType(length=255) | VARCHAR(255) | VARCHAR(255)
show(ChoiceType([(1, "A")], impl=sa.Integer()))  # expect: ChoiceType() | INTEGER | INTEGER
show(ChoiceType(Kind, impl=sa.String(3)))  # expect: ChoiceType(length=3) | VARCHAR(3) | VARCHAR(3)
show(PasswordType(max_length=200))  # expect: PasswordType(length=200) | BYTEA | BLOB
show(WeekDaysType())  # expect: WeekDaysType(length=7) | BIT(7) | VARCHAR(7)
