# int(...): text in every base, floats, bytes, objects.
print(int(), int("12"), int(" 12\n"), int("-5"), int("+5"), int("1_000"), int("0b101", 0), int("0x_ff", 16), int("zz", 36), int("0o17", 8), int(3.99), int(-3.99), int(True), int(b"42"), int("٣"), int("10", 2), int("0", 0), int("00", 0))
for args in [("",), ("a",), ("1.5",), ("12", 2), ("1__0",), ("_1",), ("1_",), ("0x10",), ("z", 37), ("1", 1), (5, 10), (None,), ([],), ("1", "2"), (float("nan"),), (float("inf"),), ("012", 0), (b"x",), ("- 1",), ("--1",), ("1 2",), ("\0",), ("0b", 0), ("", 16), ("1", -1), ("é",), (1, 2, 3), ("0_b1", 0)]:
    try:
        print(int(*args))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
