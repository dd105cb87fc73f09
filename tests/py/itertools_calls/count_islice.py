# itertools: count and islice.
from itertools import *
import operator

for text in [
    'islice(count(), 3)',
    'islice(count(5, -2), 4)',
    'islice(count(0.5, 0.25), 3)',
    'islice(range(10), 2, 8, 3)',
    "islice('abc', 2)",
    "islice('abc', 5)",
    "islice('abc', 0)",
    'islice([1,2,3], 1, None)',
    'islice([1,2,3], None, None, 2)',
    'islice([1], -1)',
    'islice([1], 1, 2, 0)',
    "islice([1], 'a')",
    'islice(5, 1)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
