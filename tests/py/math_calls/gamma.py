# math.gamma: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.gamma(0)',
    'math.gamma(1)',
    'math.gamma(-1)',
    'math.gamma(0.5)',
    'math.gamma(-2.5)',
    'math.gamma(1e308)',
    "math.gamma(float('inf'))",
    "math.gamma(float('nan'))",
    'math.gamma(True)',
    'math.gamma(10**30)',
    'math.gamma(Fraction(1, 2))',
    "math.gamma(Decimal('2.5'))",
    "math.gamma('x')",
    'math.gamma(None)',
    'math.gamma([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
