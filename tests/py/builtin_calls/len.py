# len() called with no, one and more arguments of every kind.
def describe(x):
    if type(x) in (set, frozenset):
        return sorted(map(repr, x))
    if type(x).__name__ in ("enumerate", "filter", "map", "zip", "reversed") or hasattr(x, "__next__"):
        return type(x).__name__, list(x)
    text = repr(x)
    return text if " at 0x" not in text else type(x).__name__


def show(*args, **kw):
    try:
        result = f(*args, **kw)
    except Exception as e:
        print(type(e).__name__ + ":", e)
    else:
        print(describe(result))


f = len
show()
for one in ["", "a", "ab c", b"", b"a", 0, 1, -1, 97, True, 1.5, None, [], ["a", "b"], [1, 2], (), ("a",), (1, 2), {}, {"a": 1}, range(2), 2**70, ..., int]:
    show(one)
for several in [("a", "b"), ("a", 1), (1, "a"), (1, 2), ("b", None), (b"a", b"b"), (b"a", 1), (5, "*"), (5, b"*"), (None, None), ([1], [2]), ("a", "b", 1), (b"a", b"b", 1), (1, 2, 3), ("a", 0, 2), ("a", 1.5), ("a", "b", "c", "d")]:
    show(*several)
for several in [(int, "x"), (str, 5), ([3, 1, 2],), ("x", "real"), (5, "real"), (5, "real", 1), (len, ["ab"]), (None, [0, 1]), (int, int), (int, (str, object)), (True, int), ("ab", [1, 2]), ([1], "x", 5), (iter([1]), 2), (2, -1), (2, 3, 5), (2.5, 1), (1.5, -1), ("1" , 2), ("x", {}, [])]:
    show(*several)
show(nope=1)
show("a", nope=1)
show([2, 1], key=5)
show([2, 1], reverse="x")
