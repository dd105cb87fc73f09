# itertools: permutations.
from itertools import *
import operator

for text in [
    "permutations('abc')",
    'permutations([1,2,3], 2)',
    "permutations('ab', 0)",
    "permutations('ab', 3)",
    "permutations('ab', -1)",
    'permutations([])',
    'sum(1 for _ in permutations(range(5)))',
    'permutations(3)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
