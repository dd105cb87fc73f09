def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(list(enumerate("ab")), list(enumerate(["x"], 5)), list(enumerate("ab", start=-1)), list(enumerate([])))
print(list(zip([1, 2], "ab")), list(zip([1, 2, 3], "ab", (True,))), list(zip()), list(zip([1])))
print(list(zip([1, 2], [3, 4], strict=True)), list(zip(strict=True)))
err(lambda: list(zip([1], [1, 2], strict=True)))
err(lambda: list(zip([1, 2], [1], strict=True)))
err(lambda: list(zip([1], [1], [], strict=True)))
err(lambda: list(zip([1], [1], [1, 2], strict=True)))
err(lambda: zip(1, 2))
err(lambda: zip([1], 2))
err(lambda: enumerate(3))
print(dict(zip("ab", [1, 2])), list(zip(*[(1, "a"), (2, "b")])))
z = zip([1, 2], [3, 4])
print(next(z), next(z), next(z, None), iter(z) is z)
e = enumerate("x")
print(iter(e) is e, next(e), type(e).__name__, type(z).__name__)
for i, (a, b) in enumerate(zip("ab", "cd")):
    print(i, a, b)
