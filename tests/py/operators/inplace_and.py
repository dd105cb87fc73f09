# &= on every kind of value: what changes in place, what is made new, and what is refused.
def show(a, b):
    old = a
    try:
        a &= b
    except Exception as e:
        print(type(e).__name__ + ":", e)
    else:
        kept = "same object" if a is old and not isinstance(a, (int, float, str, bytes, tuple, frozenset)) else "value"
        print(sorted(a) if isinstance(a, (set, frozenset)) else repr(a), kept)


def lefts():
    return [7, True, 2.5, "a%s", b"a", bytearray(b"b"), [1, 2], (1, 2), {"k": 1}, {1, 2}, frozenset({1}), None, range(2)]


for right in [2, 1.5, "x", b"y", [3], (4,), {"z": 5}, {2, 6}, frozenset({1, 7}), None, range(8, 10)]:
    print(repr(right))
    for left in lefts():
        show(left, right)
