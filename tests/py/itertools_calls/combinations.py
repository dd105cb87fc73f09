# itertools: combinations.
from itertools import *
import operator

for text in [
    "combinations('abc', 2)",
    'combinations([1,2,3,4], 3)',
    'combinations([1], 2)',
    'combinations([], 0)',
    "combinations('ab', 0)",
    "combinations('ab', -1)",
    'combinations(5, 1)',
    'combinations([1,1], 2)',
    "combinations_with_replacement('ab', 2)",
    'combinations_with_replacement([], 1)',
    "combinations_with_replacement('abc', 1)",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
