# collections: counter uses.
from collections import Counter, OrderedDict, defaultdict, deque

dq = lambda *a, **k: deque(*a, **k)

for text in [
    "Counter('banana')",
    "Counter('banana').most_common(2)",
    "Counter(a=2)['z']",
    'Counter(a=1) + Counter(a=2, b=1)',
    'Counter(a=3) - Counter(a=1, b=5)',
    "Counter('ab') & Counter('b')",
    "Counter('ab') | Counter('bb')",
    "sorted(Counter('aab').elements())",
    "(lambda c: (c.update('ab'), c))(Counter('a'))",
    "(lambda c: (c.subtract('ab'), c))(Counter('a'))",
    'Counter([1, 1.0, True])',
    'Counter(5)',
    "Counter({'a': 1}) == Counter('a')",
    "Counter('ab').total()",
    '+Counter(a=-1, b=1)',
    '-Counter(a=-1)',
    'Counter(a=1) < Counter(a=2)',
    "dict(Counter('aa'))",
    'Counter()',
    'Counter(None)',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
