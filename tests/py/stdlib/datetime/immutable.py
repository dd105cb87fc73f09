# Attributes of datetime objects cannot be assigned.
import datetime as d
from decimal import Decimal
from fractions import Fraction

for x in (d.date(2024, 1, 2), d.datetime(2024, 1, 2, 3), d.time(4), d.timedelta(5), d.timezone.utc, Decimal(1)):
    for name in ("year", "day", "hour", "days", "anything"):
        try:
            setattr(x, name, 1)
            print("set", name)
        except (AttributeError, TypeError) as e:
            print(type(e).__name__, e)
try:
    Fraction(1, 2).numerator = 3
except AttributeError as e:
    print(e)
try:
    d.datetime.now = 3
except TypeError as e:
    print(e)


class Mine(d.datetime):
    pass


m = Mine(2024, 1, 1)
m.note = "own attributes are fine"
print(m.note)
