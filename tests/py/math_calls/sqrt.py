# math.sqrt: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.sqrt(0)',
    'math.sqrt(1)',
    'math.sqrt(-1)',
    'math.sqrt(0.5)',
    'math.sqrt(-2.5)',
    'math.sqrt(1e308)',
    "math.sqrt(float('inf'))",
    "math.sqrt(float('nan'))",
    'math.sqrt(True)',
    'math.sqrt(10**30)',
    'math.sqrt(Fraction(1, 2))',
    "math.sqrt(Decimal('2.5'))",
    "math.sqrt('x')",
    'math.sqrt(None)',
    'math.sqrt([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
