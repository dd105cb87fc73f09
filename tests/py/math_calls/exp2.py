# math.exp2: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.exp2(0)',
    'math.exp2(1)',
    'math.exp2(-1)',
    'math.exp2(0.5)',
    'math.exp2(-2.5)',
    'math.exp2(1e308)',
    "math.exp2(float('inf'))",
    "math.exp2(float('nan'))",
    'math.exp2(True)',
    'math.exp2(10**30)',
    'math.exp2(Fraction(1, 2))',
    "math.exp2(Decimal('2.5'))",
    "math.exp2('x')",
    'math.exp2(None)',
    'math.exp2([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
