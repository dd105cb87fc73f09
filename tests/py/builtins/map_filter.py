def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(None.__class__, [])))
print(list(filter(None, [0, 1, "", "a", None, []])), list(filter(lambda x: x > 1, range(4))))
m = map(int, ["1", "x"])
print(next(m))
err(lambda: next(m))
err(lambda: map(str))
err(lambda: map(1, 2))
err(lambda: list(map(1, [2])))
err(lambda: filter(str))
err(lambda: filter(None, 5))
print(sorted(map(abs, [-3, 1, -2])), sum(map(len, ["a", "bb"])), list(map(max, [1, 5], [4, 2])))
print(type(map(str, [])).__name__, type(filter(None, [])).__name__)
gen = (x for x in range(3))
print(list(map(lambda x: x * 2, gen)), list(gen))
