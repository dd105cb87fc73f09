# collections: deque others.
from collections import Counter, OrderedDict, defaultdict, deque

dq = lambda *a, **k: deque(*a, **k)

for text in [
    'dq([1,2,1]).count(1)',
    "dq('abc').index('b')",
    "dq('abc').index('z')",
    "(lambda d: (d.insert(1, 'x'), d))(dq([1,2]))",
    '(lambda d: (d.remove(2), d))(dq([1,2]))',
    'dq([1]).remove(5)',
    '(lambda d: (d.reverse(), d))(dq([1,2]))',
    'dq([1]) + dq([2])',
    'dq([1]) * 2',
    'dq([1]) == dq([1])',
    'dq([1]) == [1]',
    'dq([1]) < dq([2])',
    '2 in dq([1,2])',
    'list(reversed(dq([1,2])))',
    'bool(dq())',
    'dq([1]).copy()',
    'hash(dq())',
    'repr(dq([1], 3))',
    'dq([1]) + [2]',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
