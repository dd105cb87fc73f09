# math.sin: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.sin(0)',
    'math.sin(1)',
    'math.sin(-1)',
    'math.sin(0.5)',
    'math.sin(-2.5)',
    'math.sin(1e308)',
    "math.sin(float('inf'))",
    "math.sin(float('nan'))",
    'math.sin(True)',
    'math.sin(10**30)',
    'math.sin(Fraction(1, 2))',
    "math.sin(Decimal('2.5'))",
    "math.sin('x')",
    'math.sin(None)',
    'math.sin([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
