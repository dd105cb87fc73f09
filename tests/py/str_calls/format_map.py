# str.format_map called with no, one and more arguments of every kind.
def show(*args, **kw):
    try:
        result = f(*args, **kw)
    except Exception as e:
        print(type(e).__name__ + ":", e)
    else:
        print(repr(result))


for value in ["", "ab, Ab"]:
    f = value.format_map
    show()
    for one in ["", "a", "ab c", b"", b"a", 0, 1, -1, 97, True, 1.5, None, [], ["a", "b"], [1, 2], (), ("a",), (1, 2), {}, {"a": 1}, range(2), 2**70, ..., int]:
        show(one)
    for several in [("a", "b"), ("a", 1), (1, "a"), (1, 2), ("b", None), (b"a", b"b"), (b"a", 1), (5, "*"), (5, b"*"), (None, None), ([1], [2]), ("a", "b", 1), (b"a", b"b", 1), (1, 2, 3), ("a", 0, 2), ("a", 1.5), ("a", "b", "c", "d")]:
        show(*several)
    show(nope=1)
