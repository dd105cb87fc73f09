# itertools: product.
from itertools import *
import operator

for text in [
    "product('ab', [1,2])",
    'product()',
    "product('ab', repeat=2)",
    "product([], 'a')",
    "product('a', repeat=0)",
    'product(range(2), repeat=3)',
    'product(3)',
    "product('ab', 'c', [True])",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
