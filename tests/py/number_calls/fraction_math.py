# fraction: math.
from fractions import Fraction as F
from decimal import Decimal as D

for text in [
    'F(1, 2) + F(1, 3)',
    'F(1, 2) * 2',
    'F(1, 2) + 0.5',
    'F(1, 2) - D(1)',
    'F(1, 2) / 0',
    'F(7, 2) // 1',
    'F(7, 2) % 1',
    'F(1, 2) ** 2',
    'F(1, 2) ** -1',
    'F(4) ** F(1, 2)',
    '2 ** F(1, 2)',
    '-F(1, 2)',
    'abs(F(-1, 2))',
    'round(F(5, 2))',
    'round(F(22, 7), 2)',
    'int(F(7, 2))',
    'float(F(1, 3))',
    'F(1, 2) == 0.5',
    'F(1, 2) < 1',
    'F(1, 3).limit_denominator(2)',
    'F(3.14159).limit_denominator(100)',
    'F(7, 2).numerator',
    'divmod(F(7, 2), 1)',
    'hash(F(2)) == hash(2)',
    'max(F(1, 2), 0.6)',
    'sum([F(1, 2)] * 3)',
    'F(1, 2).as_integer_ratio()',
    'bool(F(0))',
    "F(1, 2) + 'x'",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
