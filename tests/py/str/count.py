# str.count: no overlaps, empty needles, start and end.
print("aaaa".count("aa"), "abc".count(""), "".count(""), "abc".count("", 3), "abc".count("", 4), "abab".count("ab", 1))
print("abcabc".count("c", 0, 3), "abcabc".count("c", -1), "abcabc".count("c", None, -1), "ééé".count("é"))
print("a\0b\0".count("\0"), "𝒳y𝒳".count("𝒳"))
for args in [(), (1,), (b"a",), ("a", "b"), ("a", 1.5), (None,), ("a", 1, 2, 3)]:
    try:
        print("abc".count(*args))
    except TypeError as e:
        print(e)
