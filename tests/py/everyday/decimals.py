# What scripts do every day: decimals.
import datetime as dt, decimal, enum, os, re, sys, time, collections

class Color(enum.Enum):
    RED = 'r'
    BLUE = 'b'

class Level(enum.IntEnum):
    LOW = 1
    HIGH = 3

for text in [
    "decimal.Decimal('1.10') + 1",
    "decimal.Decimal('0.1') * 3",
    'decimal.Decimal(1) / 3',
    "decimal.Decimal('1.005').quantize(decimal.Decimal('0.01'))",
    "decimal.Decimal('abc')",
    'decimal.Decimal(1.5)',
    "int(decimal.Decimal('9.99'))",
    "round(decimal.Decimal('2.5'))",
    "decimal.Decimal('1e2')",
    "str(decimal.Decimal('0.000'))",
    "decimal.Decimal('1') == 1.0",
    'decimal.Decimal(10) % 3',
    "sum([decimal.Decimal('0.1')] * 10)",
    'f"{decimal.Decimal(\'1234.5\'):,.2f}"',
    "decimal.Decimal('1') + 1.5",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
