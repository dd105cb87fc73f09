# math.isinf: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.isinf(0)',
    'math.isinf(1)',
    'math.isinf(-1)',
    'math.isinf(0.5)',
    'math.isinf(-2.5)',
    'math.isinf(1e308)',
    "math.isinf(float('inf'))",
    "math.isinf(float('nan'))",
    'math.isinf(True)',
    'math.isinf(10**30)',
    'math.isinf(Fraction(1, 2))',
    "math.isinf(Decimal('2.5'))",
    "math.isinf('x')",
    'math.isinf(None)',
    'math.isinf([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
