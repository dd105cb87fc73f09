# from_float() takes ints, too, and says what it does not take.
from decimal import Decimal
for v in ("1", None, 5, True, 10**30, 0.5, float("inf"), -0.0, Decimal(1), b"1"):
    try: print(repr(Decimal.from_float(v)))
    except Exception as e: print(type(e).__name__, e)
