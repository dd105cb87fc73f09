def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(7.5, 2), divmod(-7.5, 2), divmod(2 ** 70, 3), divmod(True, 2))
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 7), pow(-2, 3, 5), pow(2, 0.5), pow(2, 100, 10 ** 9 + 7), pow(0, 0), pow(5, 3, 1), pow(2, 3, -5), pow(base=2, exp=3), pow(2, 3, mod=5))
print(abs(-5), abs(5), abs(-2.5), abs(-0.0), abs(True), abs(-2 ** 63), abs(-2 ** 80))
err(lambda: divmod(1, 0))
err(lambda: divmod(1.0, 0))
err(lambda: divmod("a", 2))
err(lambda: divmod(1))
err(lambda: pow(2, 3, 0))
err(lambda: pow(2, -1, 4))
err(lambda: pow(2, 1.5, 3))
err(lambda: pow("a", 2))
err(lambda: pow(0, -1))
err(lambda: abs("a"))
err(lambda: abs(None))
class A:
    def __abs__(self): return "absolute"
    def __divmod__(self, o): return ("divmod", o)
    def __pow__(self, e, m=None): return ("pow", e, m)
print(abs(A()), divmod(A(), 2), pow(A(), 2), pow(A(), 2, 3), A() ** 4)
