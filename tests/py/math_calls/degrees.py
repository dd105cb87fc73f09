# math.degrees: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.degrees(0)',
    'math.degrees(1)',
    'math.degrees(-1)',
    'math.degrees(0.5)',
    'math.degrees(-2.5)',
    'math.degrees(1e308)',
    "math.degrees(float('inf'))",
    "math.degrees(float('nan'))",
    'math.degrees(True)',
    'math.degrees(10**30)',
    'math.degrees(Fraction(1, 2))',
    "math.degrees(Decimal('2.5'))",
    "math.degrees('x')",
    'math.degrees(None)',
    'math.degrees([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
