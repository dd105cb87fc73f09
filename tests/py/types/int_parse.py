for s, b in [("12", 10), (" -12 \n", 10), ("+5", 10), ("1_000", 10), ("ff", 16), ("0xff", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("010", 0), ("0", 0), ("00", 0), ("z", 36), ("1__0", 10), ("_1", 10), ("1_", 10), ("", 10), ("  ", 10), ("0x", 16), ("12", 2), ("٣٤", 10), ("1.5", 10), ("- 1", 10), ("--1", 10), ("0x_f", 16), ("9" * 30, 10), ("0B1", 2), ("1", 1), ("1", 37)]:
    try:
        print(repr(s), b, int(s, b))
    except Exception as e:
        print(repr(s), b, type(e).__name__, e)
for v in (1.9, -1.9, True, "7", b"42", 1e20, -1e19, 2.0**63):
    print(v, int(v))
for v in (None, [], float("nan"), float("inf"), "a", b"x", "1j"):
    try:
        print(int(v))
    except Exception as e:
        print(type(e).__name__, e)
print(int(), int("0"), int(x="5") if False else 5)
