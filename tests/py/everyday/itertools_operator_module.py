# What scripts ask of itertools, operator.
import base64, hashlib, itertools, json, operator, uuid
import urllib.parse as up

for text in [
    "list(itertools.chain('a', 'b'))",
    "list(itertools.product('ab', repeat=2))",
    'dict(itertools.groupby([1, 1])) != {}',
    "operator.itemgetter('a')({'a': 1})",
    "operator.attrgetter('x')(1)",
    "list(itertools.islice('abc', 1, 2))",
    'list(itertools.accumulate([1, 2]))',
    "list(itertools.zip_longest('ab', 'c'))",
    "operator.methodcaller('upper')('a')",
    'list(itertools.starmap(pow, [(2, 3)]))',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
