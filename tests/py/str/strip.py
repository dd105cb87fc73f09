# str.strip, lstrip, rstrip: blanks, sets of characters, None.
for s in ["", "  a b  ", "\t\n x \r\n", "xxabcxx", "\u3000é\u2003", "abc"]:
    print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), repr(s.strip("x")), repr(s.strip("cba")), repr(s.strip(None)), repr(s.lstrip("ax")), repr(s.rstrip("")))
print(repr("ééaé".strip("é")), "www.example.com".strip("cmowz."))
for arg in [1, b"x", ["x"]]:
    for method in ("strip", "lstrip", "rstrip"):
        try:
            print(getattr("abc", method)(arg))
        except TypeError as e:
            print(e)
