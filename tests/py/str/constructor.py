# str(...): objects, bytes with encoding, and wrong arguments.
print(repr(str()), str(5), str(None), str(b"a"), str(b"\xc3\xa9", "utf-8"), str(b"abc", encoding="ascii"), str(object=3), str(b"\xff", errors="replace"), str("x"))
for args in [("a", "utf-8"), (5, "utf-8"), (b"\xff", "utf-8"), (b"a", 5), (b"a", "utf-8", "strict", 1), (b"a", "nope")]:
    try:
        print(str(*args))
    except Exception as e:
        print(type(e).__name__, e)


class BadStr:
    def __str__(self):
        return 5


class BadRepr:
    def __repr__(self):
        return None


for thing in (BadStr(), BadRepr()):
    for f in (str, repr, ascii):
        try:
            print(type(f(thing)))
        except TypeError as e:
            print(e)
