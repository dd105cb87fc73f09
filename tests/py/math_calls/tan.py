# math.tan: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.tan(0)',
    'math.tan(1)',
    'math.tan(-1)',
    'math.tan(0.5)',
    'math.tan(-2.5)',
    'math.tan(1e308)',
    "math.tan(float('inf'))",
    "math.tan(float('nan'))",
    'math.tan(True)',
    'math.tan(10**30)',
    'math.tan(Fraction(1, 2))',
    "math.tan(Decimal('2.5'))",
    "math.tan('x')",
    'math.tan(None)',
    'math.tan([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
