from decimal import *
D = Decimal
print(D("1.10") + D("2.2"), D(1) / D(3), D("1e5"), D("-0.00"), repr(D("12.50")), D(0.1), D(10) ** 20, D(2) ** -2, D("1.20") * D("3"))
print(D("2.675").quantize(D("0.01")), D("2.665").quantize(D("0.01"), rounding=ROUND_HALF_UP), D("7.5") // 2, D("-7.5") % 2, D(7) / 2, D("1E+3"), D("1000").normalize(), D("1.500").normalize())
print(D("1.0") == 1, D("1.5") > 1, D("1.5") == 1.5, hash(D("1.0")) == hash(1), int(D("-3.7")), float(D("2.5")), round(D("2.345"), 2), round(D("2.5")), abs(D("-3")), -D("2"))
print(D("123").as_tuple(), f"{D('1234567.891'):,.2f}", f"{D('3.14159'):.3f}", f"{D('5'):8.2f}|", f"{D('0.5'):%}", D("2").sqrt(), D("16").sqrt(), D("NaN").is_nan(), D("Infinity") + 1)
for bad in (lambda: D("x"), lambda: D(1) / 0, lambda: D(1) + 1.5):
    try: bad()
    except Exception as e: print(type(e).__name__)
print(sum([D("0.1")] * 10), max(D(1), D(2)), D("1e-7"), D("0.000001"), D(1).compare(D(2)), D("12.3").to_integral_value(), divmod(D(7), D(2)))
with localcontext() as c:
    c.prec = 5
    print(D(1) / D(3))
print(getcontext().prec, sorted([D("3"), D("1.5")]), D(3) + 2, 2 - D(3), str(D("00012.3400")), bool(D(0)), D(12345678901234567890))
