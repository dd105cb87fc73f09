# math.modf: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.modf(0)',
    'math.modf(1)',
    'math.modf(-1)',
    'math.modf(0.5)',
    'math.modf(-2.5)',
    'math.modf(1e308)',
    "math.modf(float('inf'))",
    "math.modf(float('nan'))",
    'math.modf(True)',
    'math.modf(10**30)',
    'math.modf(Fraction(1, 2))',
    "math.modf(Decimal('2.5'))",
    "math.modf('x')",
    'math.modf(None)',
    'math.modf([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
