# itertools: filterfalse.
from itertools import *
import operator

for text in [
    "filterfalse(None, [0,1,'',2])",
    'filterfalse(lambda x: x % 2, range(6))',
    "filterfalse(str.isdigit, 'a1b2')",
    'filterfalse(None, [])',
    'filterfalse(3, [1])',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
