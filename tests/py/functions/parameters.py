# Every kind of parameter together.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, e=7, x=8), f(1, c=9, d=1, a=2, b=3))
print((lambda *a, **k: (a, k))(1, *[2], x=3, **{"y": 4}), (lambda a, /, b, *, c: a + b + c)(1, b=2, c=3))


def g(*, k): return k
def h(a, /): return a
def i(*a): return a
def j(**k): return k


print(g(k=1), h(2), i(), i(*"ab"), j(), j(**{"a b": 1}))
