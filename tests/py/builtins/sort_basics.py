def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(sorted([3, 1, 2]), sorted("hello"), sorted({3: 1, 1: 2}), sorted([1.5, 1, True]), sorted((), reverse=True))
print(sorted(["b", "A", "c"], key=str.lower), sorted([1, 2, 3], key=lambda x: -x), sorted([3, 1, 2], reverse=True))
a = [5, 3, 9]
print(a.sort(), a)
a.sort(reverse=True)
print(a)
a.sort(key=lambda x: x % 5)
print(a)
pairs = [("b", 1), ("a", 1), ("c", 0), ("d", 0)]
print(sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[1], reverse=True))
err(lambda: sorted([1, "a"]))
err(lambda: sorted(["a", 1]))
err(lambda: sorted([None, 1]))
err(lambda: sorted([{}, {}]))
err(lambda: sorted(5))
err(lambda: [2, 1].sort(key=lambda x: 1 / 0))
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [1]]))
