# a frozenset on the left of ^, every kind of value on the right.
def show(a, b):
    try:
        r = a ^ b
    except Exception as e:
        print("  ", type(e).__name__ + ":", e)
    else:
        print("  ", sorted(map(repr, r)) if isinstance(r, (set, frozenset)) else repr(r))


for left in [frozenset(), frozenset({2, 3})]:
    print(repr(left) if not callable(left) else left.__name__)
    for right in [True, 0, 3, -2, 2**65, 0.5, -2.0]:
        show(left, right)
    for right in ["s", "", b"b", bytearray(b"c"), [1], (1, 2), {1: 2}, {1}, frozenset({2}), range(2), slice(1), None, ..., NotImplemented, int, len, object]:
        show(left, right)
