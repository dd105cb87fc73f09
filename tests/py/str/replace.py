# str.replace: counts, empty needles, growth and shrinking.
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "aaa".replace("a", "b", 0), "aaa".replace("a", "b", -1), "abc".replace("", "-"), "".replace("", "x"))
print("abc".replace("", "-", 2), "".replace("a", "b"), "abab".replace("ab", ""), "ab".replace("ab", "ababab"), "é€".replace("€", "e"), "aXa".replace("X", "𝒳"))
print("".replace("", "x", 0), "abc".replace("abc", "abc"), "a.b".replace(".", "\\."), "aaa".replace("aa", "x"))
for args in [(), ("a",), (1, "b"), ("a", 1), ("a", b"b"), ("a", "b", "c"), ("a", "b", None)]:
    try:
        print("abc".replace(*args))
    except TypeError as e:
        print(e)
