# math.erf: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.erf(0)',
    'math.erf(1)',
    'math.erf(-1)',
    'math.erf(0.5)',
    'math.erf(-2.5)',
    'math.erf(1e308)',
    "math.erf(float('inf'))",
    "math.erf(float('nan'))",
    'math.erf(True)',
    'math.erf(10**30)',
    'math.erf(Fraction(1, 2))',
    "math.erf(Decimal('2.5'))",
    "math.erf('x')",
    'math.erf(None)',
    'math.erf([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
