# str.find, rfind: results, bounds and errors.
s = "abcabc"
for needle in ["a", "c", "abc", "ca", "", "x", "abcabcd"]:
    print(needle, s.find(needle), s.rfind(needle), s.find(needle, 1), s.rfind(needle, 0, 3), s.find(needle, -3), s.rfind(needle, -2), s.find(needle, 10))
print(s.find("a", None, None), s.find("", 6), s.find("", 7), s.rfind("", 2, 4), "é€𝒳é".find("é", 1), "é€𝒳é".rfind("𝒳"))
for args in [(), (1,), (b"a",), ("a", "b")]:
    try:
        print(s.find(*args))
    except TypeError as e:
        print(e)
