# math.log1p: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.log1p(0)',
    'math.log1p(1)',
    'math.log1p(-1)',
    'math.log1p(0.5)',
    'math.log1p(-2.5)',
    'math.log1p(1e308)',
    "math.log1p(float('inf'))",
    "math.log1p(float('nan'))",
    'math.log1p(True)',
    'math.log1p(10**30)',
    'math.log1p(Fraction(1, 2))',
    "math.log1p(Decimal('2.5'))",
    "math.log1p('x')",
    'math.log1p(None)',
    'math.log1p([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
