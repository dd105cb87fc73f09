# math.log2: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.log2(0)',
    'math.log2(1)',
    'math.log2(-1)',
    'math.log2(0.5)',
    'math.log2(-2.5)',
    'math.log2(1e308)',
    "math.log2(float('inf'))",
    "math.log2(float('nan'))",
    'math.log2(True)',
    'math.log2(10**30)',
    'math.log2(Fraction(1, 2))',
    "math.log2(Decimal('2.5'))",
    "math.log2('x')",
    'math.log2(None)',
    'math.log2([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
