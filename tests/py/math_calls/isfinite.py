# math.isfinite: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.isfinite(0)',
    'math.isfinite(1)',
    'math.isfinite(-1)',
    'math.isfinite(0.5)',
    'math.isfinite(-2.5)',
    'math.isfinite(1e308)',
    "math.isfinite(float('inf'))",
    "math.isfinite(float('nan'))",
    'math.isfinite(True)',
    'math.isfinite(10**30)',
    'math.isfinite(Fraction(1, 2))',
    "math.isfinite(Decimal('2.5'))",
    "math.isfinite('x')",
    'math.isfinite(None)',
    'math.isfinite([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
