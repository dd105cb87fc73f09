# math.tanh: numbers of every kind.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.tanh(0)',
    'math.tanh(1)',
    'math.tanh(-1)',
    'math.tanh(0.5)',
    'math.tanh(-2.5)',
    'math.tanh(1e308)',
    "math.tanh(float('inf'))",
    "math.tanh(float('nan'))",
    'math.tanh(True)',
    'math.tanh(10**30)',
    'math.tanh(Fraction(1, 2))',
    "math.tanh(Decimal('2.5'))",
    "math.tanh('x')",
    'math.tanh(None)',
    'math.tanh([1])',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
