# itertools: tee.
from itertools import *
import operator

for text in [
    '[list(t) for t in tee([1,2,3])]',
    "[list(t) for t in tee('ab', 3)]",
    'tee([1], 0)',
    "(lambda a, b: (next(a), next(a), list(b), list(a)))(*tee('abc'))",
    'tee(5)',
    'tee([1], -1)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
