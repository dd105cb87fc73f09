# itertools: compress.
from itertools import *
import operator

for text in [
    "compress('abcd', [1,0,1,1])",
    "compress('ab', [])",
    'compress([], [1])',
    "compress('abc', [True])",
    'compress(1, [1])',
    "compress('abc', [None, 'x', 0])",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
