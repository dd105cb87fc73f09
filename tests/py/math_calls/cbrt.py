# math.cbrt: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.cbrt(0)',
    'math.cbrt(1)',
    'math.cbrt(-1)',
    'math.cbrt(0.5)',
    'math.cbrt(-2.5)',
    'math.cbrt(1e308)',
    "math.cbrt(float('inf'))",
    "math.cbrt(float('nan'))",
    'math.cbrt(True)',
    'math.cbrt(10**30)',
    'math.cbrt(Fraction(1, 2))',
    "math.cbrt(Decimal('2.5'))",
    "math.cbrt('x')",
    'math.cbrt(None)',
    'math.cbrt([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
