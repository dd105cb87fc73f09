# math.isnan: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.isnan(0)',
    'math.isnan(1)',
    'math.isnan(-1)',
    'math.isnan(0.5)',
    'math.isnan(-2.5)',
    'math.isnan(1e308)',
    "math.isnan(float('inf'))",
    "math.isnan(float('nan'))",
    'math.isnan(True)',
    'math.isnan(10**30)',
    'math.isnan(Fraction(1, 2))',
    "math.isnan(Decimal('2.5'))",
    "math.isnan('x')",
    'math.isnan(None)',
    'math.isnan([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
