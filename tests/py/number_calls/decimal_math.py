# decimal: math.
from fractions import Fraction as F
from decimal import Decimal as D

for text in [
    "D('1.1') + D('2.2')",
    'D(1) / D(3)',
    "D('1.10') * 2",
    'D(7) // 2',
    'D(-7) // 2',
    'D(-7) % 3',
    'D(2) ** 10',
    "D(2) ** D('0.5')",
    'D(1) + 0.5',
    'D(1) + F(1, 2)',
    'D(1) / 0',
    'D(0) / 0',
    "-D('1.5')",
    "abs(D('-1.5'))",
    "D('1.5') > 1",
    "D('1.0') == 1",
    "D('0.1') == 0.1",
    "round(D('2.675'), 2)",
    "round(D('2.5'))",
    "int(D('-1.9'))",
    "float(D('1.25'))",
    "D('1.234').quantize(D('0.01'))",
    "D('12.30').normalize()",
    'D(2).sqrt()',
    "D('1.5').to_integral_value()",
    "D('123.456').adjusted()",
    'divmod(D(7), 2)',
    "sum([D('0.1')] * 3)",
    'min(D(1), 2)',
    "D('1e10').to_eng_string()",
    'f"{D(\'1234.5\'):,.2f}"',
    'f"{D(\'0.000001\')}"',
    'D(10).compare(D(9))',
    "D('1.1').as_integer_ratio()",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
