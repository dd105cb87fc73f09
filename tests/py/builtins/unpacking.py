def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
a, b = [1, 2]
(c, d), e = (3, 4), 5
print(a, b, c, d, e)
first, *rest = "xyz"
*init, last = range(4)
h, *m, t = [1, 2]
print(first, rest, init, last, h, m, t)
def f(): x, y = 1
err(f)
def f(): x, y = None
err(f)
def f(): x, y = {1: 2}
err(f)
def f(): x, y = "abc"
err(f)
def f(): x, *y = []
err(f)
def f(): (x, y), z = 1, 2
err(f)
def g(*args, **kw): return args, kw
print(g(*[1], *(2,), **{"a": 1}, b=2), g(*"ab", *{"k": 1}))
err(lambda: g(**{1: 2}))
for i, (j, k) in [(1, (2, 3))]:
    print(i, j, k)
x = y = [0]
x[0], y = 5, 6
print(x, y)
i, lst = 0, [0, 0]
i, lst[i] = 1, 9
print(i, lst)
