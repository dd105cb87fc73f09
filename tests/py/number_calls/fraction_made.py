# fraction: made.
from fractions import Fraction as F
from decimal import Decimal as D

for text in [
    'F(1, 2)',
    'F(4, -6)',
    "F('3/4')",
    "F('0.125')",
    "F(' 1/3 ')",
    'F(0.5)',
    "F(D('0.1'))",
    'F(1, 0)',
    "F('x')",
    "F('1/0')",
    'F()',
    'F(2.5, 2)',
    'F(True)',
    "F('1e3')",
    'F(1.1)',
    "F(float('nan'))",
    "F(float('inf'))",
    'str(F(3))',
    'repr(F(1, 3))',
    "F('-7/21')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
