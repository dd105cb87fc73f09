# itertools: pairwise.
from itertools import *
import operator

for text in [
    "pairwise('abc')",
    'pairwise([1])',
    'pairwise([])',
    'pairwise(5)',
    '[b - a for a, b in pairwise([1, 4, 9])]',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
