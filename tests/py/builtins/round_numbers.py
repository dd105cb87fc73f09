def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(3.7), round(-3.2), round(5))
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1234.5678, 2), round(1234.5678, -2), round(1250.0, -2), round(1350.0, -2), round(-1250.0, -2))
print(round(15, -1), round(25, -1), round(-15, -1), round(-25, -1), round(14, -1), round(1234, -2), round(1250, -2), round(5, -1), round(6, -1), round(5, -3), round(7, 3))
print(round(True), round(1e20), round(1.5e300) == int(1.5e300), round(0.1 + 0.2, 10), round(1e-5, 3), round(2.5, 0), round(3.5, 0), round(1e16 + 2, 2), round(123.456, None))
print(round(50.0, -2), round(51.0, -2), round(150.0, -2), round(4.0, -5), round(-0.4), round(99.99, 1), round(9.995, 2), round(0.0, 5), round(-0.04, 1))
err(lambda: round("a"))
err(lambda: round(float("inf")))
err(lambda: round(float("nan")))
err(lambda: round(1.5, "a"))
print(round(float("inf"), 2), round(float("nan"), 1))
class R:
    def __round__(self, n=None): return ("rounded", n)
print(round(R()), round(R(), 2))
print(type(round(1.5)).__name__, type(round(1.5, 0)).__name__, type(round(True)).__name__)
print(round(10 ** 30 + 5 * 10 ** 9, -10), round(10 ** 30 + 15 * 10 ** 9, -10), round(12345678901234567890, -5))
