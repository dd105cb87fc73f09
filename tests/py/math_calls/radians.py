# math.radians: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.radians(0)',
    'math.radians(1)',
    'math.radians(-1)',
    'math.radians(0.5)',
    'math.radians(-2.5)',
    'math.radians(1e308)',
    "math.radians(float('inf'))",
    "math.radians(float('nan'))",
    'math.radians(True)',
    'math.radians(10**30)',
    'math.radians(Fraction(1, 2))',
    "math.radians(Decimal('2.5'))",
    "math.radians('x')",
    'math.radians(None)',
    'math.radians([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
