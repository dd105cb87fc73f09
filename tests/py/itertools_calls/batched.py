# itertools: batched.
from itertools import *
import operator

for text in [
    "batched('abcdefg', 3)",
    'batched([], 2)',
    'batched([1,2], 5)',
    'batched([1], 0)',
    'batched([1], -1)',
    'batched(5, 2)',
    'batched(iter(range(4)), 2)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
