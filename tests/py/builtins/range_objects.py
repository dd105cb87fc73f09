def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
r = range(10)
print(r, range(1, 5), range(0, 10, 3), range(5, 0, -1), len(r), len(range(0, 10, 3)), len(range(5, 0)))
print(list(range(5, 0, -2)), r[3], r[-1], r[2:5], r[::2], r[::-1], range(0, 10, 3)[1:], range(3)[5:])
print(5 in r, 10 in r, 3.0 in r, 3.5 in r, "a" in r, -1 in range(0, -5, -1), 4 in range(0, 10, 3), True in r)
print(r.index(4), r.count(4), r.count(40), r.start, r.stop, r.step)
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3, 1)))
print(list(reversed(range(5))), list(reversed(range(0, 10, 3))), list(reversed(range(0))), bool(range(0)), bool(range(1)))
print(sum(range(101)), max(range(5)), min(range(3, 7)), sorted(range(3), reverse=True), tuple(range(2)))
err(lambda: range(1, 2, 0))
err(lambda: range("a"))
err(lambda: range(1.5))
err(lambda: r[10])
err(lambda: r["x"])
err(lambda: r.index(99))
err(lambda: range())
for i in range(3):
    print(i, end=" ")
else:
    print("else")
it = iter(range(2))
print(next(it), next(it), next(it, "end"))
