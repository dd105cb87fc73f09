# math.ulp: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.ulp(0)',
    'math.ulp(1)',
    'math.ulp(-1)',
    'math.ulp(0.5)',
    'math.ulp(-2.5)',
    'math.ulp(1e308)',
    "math.ulp(float('inf'))",
    "math.ulp(float('nan'))",
    'math.ulp(True)',
    'math.ulp(10**30)',
    'math.ulp(Fraction(1, 2))',
    "math.ulp(Decimal('2.5'))",
    "math.ulp('x')",
    'math.ulp(None)',
    'math.ulp([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
