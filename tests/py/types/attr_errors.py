class A:
    x = 1
a = A()
tests = [lambda: a.y, lambda: A.y, lambda: (1).y, lambda: "s".y, lambda: [].y, lambda: {}.y, lambda: (1,).y, lambda: len.y, lambda: (lambda: 0).y, lambda: setattr([], "y", 1), lambda: setattr(5, "y", 1), lambda: setattr("a", "upper", 1), lambda: setattr(int, "y", 1), lambda: delattr(a, "x"), lambda: delattr(A, "q"), lambda: getattr(a, 5), lambda: setattr(object(), "y", 1), lambda: a.x.y, lambda: 5(), lambda: "a"(), lambda: a(), lambda: 5[0], lambda: a[0], lambda: A[0], lambda: len[0]]
for t in tests:
    try:
        print(t())
    except Exception as e:
        print(type(e).__name__, e)
def setitem(o): o[0] = 1
def delitem(o): del o[0]
for o in (5, "a", (1,), None, a, {1}):
    for f in (setitem, delitem):
        try:
            f(o)
        except Exception as e:
            print(type(e).__name__, e)
