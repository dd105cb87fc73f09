# itertools: groupby.
from itertools import *
import operator

for text in [
    "[(k, list(g)) for k, g in groupby('aabbc')]",
    '[(k, list(g)) for k, g in groupby([1,2,4,5], key=lambda x: x % 2)]',
    'list(groupby([]))',
    "[(k, len(list(g))) for k, g in groupby(sorted('banana'))]",
    '[k for k, g in groupby([1,1,2,1])]',
    '[list(g) for k, g in groupby([True, 1, 1.0, 2])]',
    'list(groupby(5))',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
