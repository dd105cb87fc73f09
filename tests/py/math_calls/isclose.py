# math: isclose.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.isclose(1, 1 + 1e-10)',
    'math.isclose(1, 1.1)',
    'math.isclose(1, 1.1, rel_tol=0.2)',
    'math.isclose(0, 1e-10)',
    'math.isclose(0, 1e-10, abs_tol=1e-9)',
    "math.isclose(float('inf'), float('inf'))",
    "math.isclose(float('nan'), float('nan'))",
    'math.isclose(1, 1, rel_tol=-1)',
    "math.isclose('a', 1)",
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
