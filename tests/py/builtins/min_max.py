def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(max(1, 5, 3), min([4, 2]), max("hello"), min("b", "a"), max([1], default=0), min([], default="d"), max(3, 1, key=lambda x: -x))
print(max([(1, "a"), (1, "b")], key=lambda p: p[0]), min([(1, "a"), (1, "b")], key=lambda p: p[0]), max({"a": 1, "b": 2}), max(1, 1.0), max(1.0, 1), min([[1, 2], [1]]))
print(max(["apple", "fig"], key=len), min(x * x for x in range(-3, 3)), max(True, 2), max([None]))
err(lambda: max(1))
err(lambda: max())
err(lambda: max(1, "a"))
err(lambda: max(1, 2, default=3))
print(max([], default=None), max((), key=len, default=5))
