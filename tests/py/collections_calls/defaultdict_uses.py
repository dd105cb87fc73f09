# collections: defaultdict uses.
from collections import Counter, OrderedDict, defaultdict, deque

dq = lambda *a, **k: deque(*a, **k)

for text in [
    "defaultdict(int)['x']",
    'defaultdict(list)',
    "(lambda d: (d['a'].append(1), d))(defaultdict(list))",
    "defaultdict(lambda: 5)['q']",
    "defaultdict()['x']",
    'defaultdict(3)',
    'defaultdict(int, a=1)',
    "defaultdict(int, {'a': 1}) | {'b': 2}",
    "defaultdict(int).get('x')",
    "'x' in defaultdict(int)",
    'defaultdict(int).default_factory',
    'defaultdict(int, a=1).copy()',
    'defaultdict(int) == {}',
    'repr(defaultdict(None, {1: 2}))',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
