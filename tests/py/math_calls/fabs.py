# math.fabs: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.fabs(0)',
    'math.fabs(1)',
    'math.fabs(-1)',
    'math.fabs(0.5)',
    'math.fabs(-2.5)',
    'math.fabs(1e308)',
    "math.fabs(float('inf'))",
    "math.fabs(float('nan'))",
    'math.fabs(True)',
    'math.fabs(10**30)',
    'math.fabs(Fraction(1, 2))',
    "math.fabs(Decimal('2.5'))",
    "math.fabs('x')",
    'math.fabs(None)',
    'math.fabs([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
