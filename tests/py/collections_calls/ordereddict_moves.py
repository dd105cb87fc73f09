# collections: ordereddict moves.
from collections import Counter, OrderedDict, defaultdict, deque

dq = lambda *a, **k: deque(*a, **k)

for text in [
    'OrderedDict(a=1, b=2)',
    "(lambda d: (d.move_to_end('a'), d))(OrderedDict(a=1, b=2))",
    "(lambda d: (d.move_to_end('b', last=False), d))(OrderedDict(a=1, b=2))",
    "OrderedDict().move_to_end('x')",
    'OrderedDict(a=1).popitem()',
    'OrderedDict(a=1, b=2).popitem(last=False)',
    'OrderedDict().popitem()',
    'OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1)',
    "OrderedDict(a=1) == {'a': 1}",
    "OrderedDict.fromkeys('ab', 0)",
    'list(reversed(OrderedDict(a=1, b=2)))',
    "OrderedDict(a=1) | {'b': 2}",
    "OrderedDict([('x', 1)])",
    'repr(OrderedDict())',
    "OrderedDict(a=1).pop('z', 5)",
    "OrderedDict(a=1).pop('z')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
