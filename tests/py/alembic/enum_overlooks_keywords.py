# SQLAlchemy overlooks keywords that Enum has no use for.
import enum

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


class Color(enum.Enum):
    red = 1


# expect: Enum('red', name='color')
print(repr(sa.Enum(Color, index=True)))
# expect: ENUM('red', name='hue')
print(repr(postgresql.ENUM(Color, name="hue", nothing=3)))
