# math: factorials.
import math
from fractions import Fraction
from decimal import Decimal

for text in [
    'math.factorial(0)',
    'math.factorial(25)',
    'math.factorial(-1)',
    'math.factorial(1.5)',
    'math.comb(10, 3)',
    'math.comb(3, 5)',
    'math.perm(5, 2)',
    'math.perm(4)',
    'math.gcd(12, 18)',
    'math.lcm(4, 6)',
    'math.isqrt(17)',
    'math.isqrt(-1)',
    'math.isqrt(10**30)',
    'math.prod([1, 2, 3])',
    'math.fsum([.1] * 10)',
]:
    try:
        result = eval(text)
        print(text, "->", (round(result, 12) if isinstance(result, float) and abs(result) < 1e10 else result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
