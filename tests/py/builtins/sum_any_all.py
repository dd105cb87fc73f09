def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(sum([1, 2, 3]), sum([]), sum([1, 2], 10), sum([1.5, 2]), sum([[1], [2]], []), sum((x for x in range(5)), start=1), sum([True, True]))
print(sum([(1,), (2,)], ()), sum([2 ** 62, 2 ** 62, 2 ** 62]), sum({1: 2, 3: 4}))
err(lambda: sum(["a", "b"]))
err(lambda: sum(["a"], ""))
err(lambda: sum([b"a"], b""))
err(lambda: sum(5))
err(lambda: sum([1], "a"))
print(all([]), any([]), all([1, "a"]), all([1, 0]), any([0, ""]), any([0, 3]), any(x > 2 for x in range(5)), all(x < 3 for x in range(5)))
def gen():
    yield 1
    print("not lazy")
    yield 0
print(any(gen()))
err(lambda: any(5))
err(lambda: all(None))
