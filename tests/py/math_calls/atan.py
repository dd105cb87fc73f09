# math.atan: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.atan(0)',
    'math.atan(1)',
    'math.atan(-1)',
    'math.atan(0.5)',
    'math.atan(-2.5)',
    'math.atan(1e308)',
    "math.atan(float('inf'))",
    "math.atan(float('nan'))",
    'math.atan(True)',
    'math.atan(10**30)',
    'math.atan(Fraction(1, 2))',
    "math.atan(Decimal('2.5'))",
    "math.atan('x')",
    'math.atan(None)',
    'math.atan([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
