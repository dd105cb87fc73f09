# math.log10: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.log10(0)',
    'math.log10(1)',
    'math.log10(-1)',
    'math.log10(0.5)',
    'math.log10(-2.5)',
    'math.log10(1e308)',
    "math.log10(float('inf'))",
    "math.log10(float('nan'))",
    'math.log10(True)',
    'math.log10(10**30)',
    'math.log10(Fraction(1, 2))',
    "math.log10(Decimal('2.5'))",
    "math.log10('x')",
    'math.log10(None)',
    'math.log10([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
