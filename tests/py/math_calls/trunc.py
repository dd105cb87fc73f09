# math.trunc: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.trunc(0)',
    'math.trunc(1)',
    'math.trunc(-1)',
    'math.trunc(0.5)',
    'math.trunc(-2.5)',
    'math.trunc(1e308)',
    "math.trunc(float('inf'))",
    "math.trunc(float('nan'))",
    'math.trunc(True)',
    'math.trunc(10**30)',
    'math.trunc(Fraction(1, 2))',
    "math.trunc(Decimal('2.5'))",
    "math.trunc('x')",
    'math.trunc(None)',
    'math.trunc([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
