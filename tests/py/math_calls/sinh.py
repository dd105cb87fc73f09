# math.sinh: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.sinh(0)',
    'math.sinh(1)',
    'math.sinh(-1)',
    'math.sinh(0.5)',
    'math.sinh(-2.5)',
    'math.sinh(1e308)',
    "math.sinh(float('inf'))",
    "math.sinh(float('nan'))",
    'math.sinh(True)',
    'math.sinh(10**30)',
    'math.sinh(Fraction(1, 2))',
    "math.sinh(Decimal('2.5'))",
    "math.sinh('x')",
    'math.sinh(None)',
    'math.sinh([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
