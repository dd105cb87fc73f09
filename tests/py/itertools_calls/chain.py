# itertools: chain.
from itertools import *
import operator

for text in [
    'chain([1],[2,3])',
    'chain()',
    "chain('ab', {'k': 1})",
    "chain.from_iterable(['ab', [1]])",
    'chain.from_iterable([])',
    'chain([1], 2)',
    'chain.from_iterable(3)',
    'chain(range(2), (9,), [])',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
