# Which error tells that values do not belong together.
import statistics
from datetime import datetime, date
from decimal import Decimal
from fractions import Fraction

for data in ([1, "a"], ["a", 1], [1.5, "7"], [Fraction(1, 2), 0.5], [Decimal("1.5"), 1], [True, 2], [1, Fraction(1, 3)], [None, 1], [(1,), 2]):
    for function in (statistics.mean, statistics.fmean, statistics.pvariance, statistics.median):
        try:
            print(function.__name__, repr(function(data)))
        except Exception as e:
            print(function.__name__, type(e).__name__, e)
print(datetime(1, 5, 2, 1, 18, 43).ctime(), date(999, 12, 31).ctime(), datetime(2024, 1, 1).ctime())
for text in ("0E-7", "-0E+3", "0"):
    print(Decimal(text) ** 3, Decimal(text) ** 2, Decimal(text).remainder_near(Decimal("0.5")), Decimal("-0.5").remainder_near(Decimal("0.25")))
