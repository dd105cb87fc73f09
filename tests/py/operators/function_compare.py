# a function compared with every kind of value: each of the six operators.
def show(a, b):
    results = []
    for name, test in tests:
        try:
            results.append(f"{name} {test(a, b)}")
        except TypeError as e:
            results.append(str(e))
    print("  ", ", ".join(results))


tests = [
    ("==", lambda a, b: a == b),
    ("!=", lambda a, b: a != b),
    ("<", lambda a, b: a < b),
    ("<=", lambda a, b: a <= b),
    (">", lambda a, b: a > b),
    (">=", lambda a, b: a >= b),
]
for left in [len, show]:
    print(repr(left) if not callable(left) else left.__name__)
    for right in [True, 0, 3, -2, 2**65, 0.5, -2.0]:
        show(left, right)
    for right in ["s", "", b"b", bytearray(b"c"), [1], (1, 2), {1: 2}, {1}, frozenset({2}), range(2), slice(1), None, ..., NotImplemented, int, len, object]:
        show(left, right)
