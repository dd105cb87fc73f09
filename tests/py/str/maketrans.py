# str.maketrans and translate: the three forms, mappings, deletions and errors.
print(str.maketrans("ab", "xy"), str.maketrans("ab", "xy", "c"), str.maketrans({"a": 1, 98: "z", "c": None}))
print("abcabc".translate(str.maketrans("ab", "xy", "c")), "abc".translate({97: "long", 98: None, 99: 0x20AC}))


class Upper:
    def __getitem__(self, code):
        if code > 98:
            raise LookupError
        return chr(code - 32)


print("abcd".translate(Upper()), "abc".translate("x" * 98 + "Z"), "aé".translate({0xE9: "e"}))
for args in [("ab", "x"), (1,), ("ab",), ({"ab": 1},), ({1.5: 1},), ("a", 1), ("a", "b", 1)]:
    try:
        print(str.maketrans(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for table in [{97: 1.5}, {97: 0x110000}, 5, {97: b"x"}]:
    try:
        print("abc".translate(table))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
