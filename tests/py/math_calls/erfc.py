# math.erfc: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.erfc(0)',
    'math.erfc(1)',
    'math.erfc(-1)',
    'math.erfc(0.5)',
    'math.erfc(-2.5)',
    'math.erfc(1e308)',
    "math.erfc(float('inf'))",
    "math.erfc(float('nan'))",
    'math.erfc(True)',
    'math.erfc(10**30)',
    'math.erfc(Fraction(1, 2))',
    "math.erfc(Decimal('2.5'))",
    "math.erfc('x')",
    'math.erfc(None)',
    'math.erfc([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
