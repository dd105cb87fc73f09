# decimal: made.
from fractions import Fraction as F
from decimal import Decimal as D

for text in [
    "D('1.50')",
    'D(5)',
    'D(0.1)',
    "D('1e3')",
    "D(' 2 ')",
    "D('_1')",
    "D('1_000')",
    "D('NaN')",
    "D('-inf')",
    "D('x')",
    'D((0, (1, 2), -1))',
    'D(True)',
    'D(None)',
    'D([1])',
    'D()',
    "repr(D('1.0'))",
    "str(D('1E+5'))",
    "D('0E-3')",
    "D('-0')",
    'D.from_float(0.5)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
