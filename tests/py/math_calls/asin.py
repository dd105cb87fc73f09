# math.asin: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.asin(0)',
    'math.asin(1)',
    'math.asin(-1)',
    'math.asin(0.5)',
    'math.asin(-2.5)',
    'math.asin(1e308)',
    "math.asin(float('inf'))",
    "math.asin(float('nan'))",
    'math.asin(True)',
    'math.asin(10**30)',
    'math.asin(Fraction(1, 2))',
    "math.asin(Decimal('2.5'))",
    "math.asin('x')",
    'math.asin(None)',
    'math.asin([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
