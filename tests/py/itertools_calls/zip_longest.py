# itertools: zip and longest.
from itertools import *
import operator

for text in [
    "zip_longest('ab', [1,2,3])",
    "zip_longest('ab', [1], fillvalue='-')",
    'zip_longest()',
    'zip_longest([], [])',
    "zip_longest('abc')",
    "zip_longest('a', 5)",
    "zip_longest('a', 'bc', 'def', fillvalue=None)",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
