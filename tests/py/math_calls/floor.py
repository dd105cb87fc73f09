# math.floor: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.floor(0)',
    'math.floor(1)',
    'math.floor(-1)',
    'math.floor(0.5)',
    'math.floor(-2.5)',
    'math.floor(1e308)',
    "math.floor(float('inf'))",
    "math.floor(float('nan'))",
    'math.floor(True)',
    'math.floor(10**30)',
    'math.floor(Fraction(1, 2))',
    "math.floor(Decimal('2.5'))",
    "math.floor('x')",
    'math.floor(None)',
    'math.floor([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
