# math: pow, fmod.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.pow(2, 3)',
    'math.pow(-8, 1/3)',
    'math.pow(0, -1)',
    'math.pow(1e200, 2)',
    'math.fmod(7, 3)',
    'math.fmod(-7, 3)',
    'math.fmod(1, 0)',
    "math.fmod(float('inf'), 1)",
    'math.remainder(7, 4)',
    'math.copysign(3, -0.0)',
    'math.atan2(1, -1)',
    'math.ldexp(1, 4)',
    'math.ldexp(1, 5000)',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
