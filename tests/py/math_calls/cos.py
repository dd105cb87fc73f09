# math.cos: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.cos(0)',
    'math.cos(1)',
    'math.cos(-1)',
    'math.cos(0.5)',
    'math.cos(-2.5)',
    'math.cos(1e308)',
    "math.cos(float('inf'))",
    "math.cos(float('nan'))",
    'math.cos(True)',
    'math.cos(10**30)',
    'math.cos(Fraction(1, 2))',
    "math.cos(Decimal('2.5'))",
    "math.cos('x')",
    'math.cos(None)',
    'math.cos([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
