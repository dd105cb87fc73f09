"""which operator methods frozenset has, and what they answer to strangers"""
values = [frozenset([1])]
NAMES = ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'matmul', 'lshift', 'rshift', 'and', 'or', 'xor']
for value in values:
    kind = type(value)
    print([n for n in NAMES if hasattr(kind, f"__{n}__")], [n for n in NAMES if hasattr(kind, f"__r{n}__")], [n for n in NAMES if hasattr(kind, f"__i{n}__")])
    print([n for n in "neg pos invert abs len iter contains getitem setitem delitem index int float round call hash".split() if hasattr(kind, f"__{n}__")])
    for n in NAMES:
        method = getattr(value, f"__{n}__", None)
        if method and kind is not type:
            try:
                print(n, method(object()))
            except Exception as e:
                print(n, type(e).__name__, e)
