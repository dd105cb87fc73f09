# collections: deque ends.
from collections import Counter, OrderedDict, defaultdict, deque

dq = lambda *a, **k: deque(*a, **k)

for text in [
    'dq([1,2,3])',
    "dq('abc', 2)",
    '(lambda d: (d.append(4), d.appendleft(0), d.pop(), d.popleft(), d))(dq([1,2]))',
    'dq().pop()',
    'dq().popleft()',
    "(lambda d: (d.extend('xy'), d.extendleft('zw'), d))(dq())",
    '(lambda d: (d.rotate(1), d))(dq([1,2,3]))',
    '(lambda d: (d.rotate(-1), d))(dq([1,2,3]))',
    'dq([1,2], maxlen=1)',
    'dq([1], -1)',
    'dq(5)',
    'dq([1]).maxlen',
    'dq([1,2,3])[1]',
    'dq([1])[5]',
    'dq([1,2])[0:1]',
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
