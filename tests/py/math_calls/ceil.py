# math.ceil: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.ceil(0)',
    'math.ceil(1)',
    'math.ceil(-1)',
    'math.ceil(0.5)',
    'math.ceil(-2.5)',
    'math.ceil(1e308)',
    "math.ceil(float('inf'))",
    "math.ceil(float('nan'))",
    'math.ceil(True)',
    'math.ceil(10**30)',
    'math.ceil(Fraction(1, 2))',
    "math.ceil(Decimal('2.5'))",
    "math.ceil('x')",
    'math.ceil(None)',
    'math.ceil([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
