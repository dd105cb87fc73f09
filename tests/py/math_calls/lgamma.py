# math.lgamma: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.lgamma(0)',
    'math.lgamma(1)',
    'math.lgamma(-1)',
    'math.lgamma(0.5)',
    'math.lgamma(-2.5)',
    'math.lgamma(1e308)',
    "math.lgamma(float('inf'))",
    "math.lgamma(float('nan'))",
    'math.lgamma(True)',
    'math.lgamma(10**30)',
    'math.lgamma(Fraction(1, 2))',
    "math.lgamma(Decimal('2.5'))",
    "math.lgamma('x')",
    'math.lgamma(None)',
    'math.lgamma([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
