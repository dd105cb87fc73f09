from fractions import Fraction
for text in ("3/4", " -7 ", "1.25", "1e3", "2.5e-2", "1_000/3", "+.5", "5.", "0/1"):
    print(repr(text), repr(Fraction(text)))
for bad in ("", "1/0", "1 / 2", "a", "1/2/3", "0x1", "1.5/2", "nan"):
    try:
        print(Fraction(bad))
    except Exception as e:
        print(type(e).__name__, e)
for args in ((1.5, 2), ("1", 2), (None,), (1, "2"), (float("inf"),), (float("nan"),)):
    try:
        print(Fraction(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(Fraction(Fraction(3, 6)), Fraction(True), Fraction(-0.0), Fraction(0.1))
