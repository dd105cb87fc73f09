# What scripts do every day: enums.
import datetime as dt, decimal, enum, os, re, sys, time, collections

class Color(enum.Enum):
    RED = 'r'
    BLUE = 'b'

class Level(enum.IntEnum):
    LOW = 1
    HIGH = 3

for text in [
    'Color.RED',
    "Color('r')",
    "Color['BLUE']",
    "Color('x')",
    "Color['x']",
    'list(Color)',
    'Color.RED.value',
    'Color.RED.name',
    "Color.RED == 'r'",
    'Level.LOW < Level.HIGH',
    'Level.LOW + 1',
    'Level(3)',
    "f'{Level.LOW} {Color.RED}'",
    'Color.RED in Color',
    '[l.value for l in Level]',
    'sorted(Level, reverse=True)',
    'Color.GREEN',
    'isinstance(Level.LOW, int)',
    'hash(Color.RED) == hash(Color.RED)',
    'Color.RED.x',
    'len(Color)',
    'Level.HIGH.bit_length()',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
