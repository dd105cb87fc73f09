# float(...): text forms, specials, and what is no number.
print(float(), float("1.5"), float(" 1e3\n"), float("1_000.5"), float("-.5"), float("5."), float("inf"), float("-Infinity"), float("nan"), float("+NaN"), float(3), float(True), float(b"2.5"), float("1e400"), float("-1e400"), float("1e-400"), float("٣.٥"), float("0x10") if False else 0)
for args in [("",), ("abc",), ("1e",), ("1__0",), ("1_",), (".",), ("1.5.",), (None,), ([],), ("1,5",), ("0x1p3",), ("infinit",), ("1 2",), (1, 2), (10**400,), (b"x",), ("\x00",), ("_1",), ("1._5",), ("é",)]:
    try:
        print(float(*args))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
