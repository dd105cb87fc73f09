# math.frexp: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.frexp(0)',
    'math.frexp(1)',
    'math.frexp(-1)',
    'math.frexp(0.5)',
    'math.frexp(-2.5)',
    'math.frexp(1e308)',
    "math.frexp(float('inf'))",
    "math.frexp(float('nan'))",
    'math.frexp(True)',
    'math.frexp(10**30)',
    'math.frexp(Fraction(1, 2))',
    "math.frexp(Decimal('2.5'))",
    "math.frexp('x')",
    'math.frexp(None)',
    'math.frexp([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
