# itertools: starmap.
from itertools import *
import operator

for text in [
    'starmap(pow, [(2,3),(3,2)])',
    "starmap(max, ['ab', [1, 5]])",
    'starmap(lambda *a: len(a), [(), (1,)])',
    'starmap(pow, [1])',
    'starmap(pow, [(1,)])',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
