# itertools: dropwhile and takewhile.
from itertools import *
import operator

for text in [
    'dropwhile(lambda x: x < 3, [1,2,3,1])',
    'takewhile(lambda x: x < 3, [1,2,3,1])',
    'dropwhile(bool, [])',
    "takewhile(str.isalpha, 'ab1c')",
    "dropwhile(str.isalpha, 'ab1c')",
    'takewhile(1, [1])',
    'dropwhile(lambda x: 1 // x, [0])',
    'takewhile(None, [1])',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
