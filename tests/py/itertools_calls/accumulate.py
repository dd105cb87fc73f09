# itertools: accumulate.
from itertools import *
import operator

for text in [
    'accumulate([1,2,3])',
    'accumulate([])',
    "accumulate('abc')",
    'accumulate([3,1,2], max)',
    'accumulate([1,2], initial=10)',
    'accumulate([1,2,3], operator.mul)',
    "accumulate([1,'a'])",
    'accumulate(5)',
    'accumulate([[1],[2]])',
    'accumulate([1,2], func=None, initial=None)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
