# math.exp: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.exp(0)',
    'math.exp(1)',
    'math.exp(-1)',
    'math.exp(0.5)',
    'math.exp(-2.5)',
    'math.exp(1e308)',
    "math.exp(float('inf'))",
    "math.exp(float('nan'))",
    'math.exp(True)',
    'math.exp(10**30)',
    'math.exp(Fraction(1, 2))',
    "math.exp(Decimal('2.5'))",
    "math.exp('x')",
    'math.exp(None)',
    'math.exp([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
