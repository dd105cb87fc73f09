# math.expm1: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.expm1(0)',
    'math.expm1(1)',
    'math.expm1(-1)',
    'math.expm1(0.5)',
    'math.expm1(-2.5)',
    'math.expm1(1e308)',
    "math.expm1(float('inf'))",
    "math.expm1(float('nan'))",
    'math.expm1(True)',
    'math.expm1(10**30)',
    'math.expm1(Fraction(1, 2))',
    "math.expm1(Decimal('2.5'))",
    "math.expm1('x')",
    'math.expm1(None)',
    'math.expm1([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
