# Wrong arguments of range.
for args in [(), (1.5,), ("a",), (1, 2, 0), (1, 2, 3, 4), (None,), (1, "a"), (1, 2, 1.0)]:
    try:
        print(range(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class I:
    def __index__(self):
        return 3


print(range(I()), range(True), list(range(I(), 0, -1)))
for code in ["range(3).start = 1", "range(3)[0] = 1", "range(3) + range(2)", "range(3) * 2", "range(stop=3)", "del range(3)[0]", "range(3) < range(4)"]:
    try:
        exec(code)
    except Exception as e:
        print(code, type(e).__name__, e)
