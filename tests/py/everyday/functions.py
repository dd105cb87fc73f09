# What scripts do every day: functions.
import datetime as dt, decimal, enum, os, re, sys, time, collections

class Color(enum.Enum):
    RED = 'r'
    BLUE = 'b'

class Level(enum.IntEnum):
    LOW = 1
    HIGH = 3

for text in [
    '(lambda *a, **k: (a, k))(1, 2, x=3)',
    '(lambda a, b=2, *, c=3: (a, b, c))(1, c=5)',
    '(lambda a: a)(b=1)',
    '(lambda a, /: a)(a=1)',
    'max([3, 1], key=lambda x: -x)',
    'list(map(lambda x, y: x + y, [1, 2], [3, 4]))',
    "list(filter(None, [0, 1, '']))",
    "sorted('bca', key=str.upper, reverse=True)",
    '(lambda f: f(f, 5))(lambda f, n: 1 if n < 2 else n * f(f, n - 1))',
    '[f(2) for f in [lambda x: x, lambda x: x * x]]',
    '(lambda x=[]: (x.append(1), x))()',
    'callable(print), callable(1)',
    '(lambda: None)() is None',
    'print.__name__, len.__name__',
    "(lambda a, a2=1: a)(*[1], **{'a2': 2})",
    '(lambda a: a)(*[1, 2])',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
