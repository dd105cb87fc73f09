tests = [lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: [].append(), lambda: [].append(1, 2), lambda: "a".split(1, 2, 3), lambda: "".join(1, 2), lambda: "a".replace("x"), lambda: [].insert(1), lambda: {}.get(), lambda: isinstance(1), lambda: "a".find(), lambda: "a".upper(x=1), lambda: [1].pop("a"), lambda: "a".center("x"), lambda: "a".zfill(None), lambda: ord("ab"), lambda: chr(-1), lambda: int("1", base="x"), lambda: abs("a"), lambda: "a".encode(5), lambda: "a".replace(1, 2), lambda: "x".join(5)]
for i, t in enumerate(tests):
    try:
        print(t())
    except Exception as e:
        print(i, type(e).__name__)
def f(a, b=1, *, c): pass
for a, k in (((), {}), ((1,), {}), ((1, 2, 3), {"c": 1}), ((1,), {"c": 1, "d": 2}), ((1,), {"a": 1, "c": 1})):
    try:
        f(*a, **k)
    except TypeError as e:
        print(e)
