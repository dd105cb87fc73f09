# math: log.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.log(1)',
    'math.log(8, 2)',
    'math.log(0)',
    'math.log(-1)',
    'math.log(10**400)',
    'math.log(2, 1)',
    "math.log('x')",
    'math.log(2, 0)',
    'math.log(2.718281828459045)',
    'math.log(100, 10)',
    'math.log(Fraction(1, 2))',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
