# itertools: cycle and repeat.
from itertools import *
import operator

for text in [
    "islice(cycle('ab'), 5)",
    'list(cycle([]))',
    'repeat(1, 3)',
    "repeat('x', 0)",
    "repeat('x', -2)",
    'islice(repeat([]), 2)',
    'map(pow, range(3), repeat(2))',
    "zip(repeat('k', 2), 'ab')",
    'cycle(3)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
