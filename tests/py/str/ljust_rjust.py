# str.ljust, rjust and zfill.
for s in ["", "a", "abc", "é"]:
    print(repr(s.ljust(4)), repr(s.rjust(4)), repr(s.ljust(4, ".")), repr(s.rjust(4, "€")), repr(s.ljust(-1)), repr(s.rjust(1)))
for s in ["", "1", "-1", "+1", "--1", "abc", "-", "é", "- 1", "12345"]:
    print(repr(s.zfill(5)), repr(s.zfill(0)), repr(s.zfill(2)))
for method, args in [("ljust", ()), ("rjust", ("x",)), ("zfill", ("x",)), ("zfill", ()), ("ljust", (3, "ab")), ("rjust", (3, 5))]:
    try:
        print(getattr("a", method)(*args))
    except TypeError as e:
        print(e)
