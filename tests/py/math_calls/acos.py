# math.acos: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.acos(0)',
    'math.acos(1)',
    'math.acos(-1)',
    'math.acos(0.5)',
    'math.acos(-2.5)',
    'math.acos(1e308)',
    "math.acos(float('inf'))",
    "math.acos(float('nan'))",
    'math.acos(True)',
    'math.acos(10**30)',
    'math.acos(Fraction(1, 2))',
    "math.acos(Decimal('2.5'))",
    "math.acos('x')",
    'math.acos(None)',
    'math.acos([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
