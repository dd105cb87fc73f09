t = str.maketrans("abc", "xyz", "d")
print("aabbccdde".translate(t), sorted(t.items(), key=lambda p: p[0]))
print("abc".translate({97: "AA", 98: None, 99: 0x43}), "abc".translate(str.maketrans({"a": "é", 98: "ß"})))
try:
    str.maketrans("a", "bc")
except ValueError as e:
    print(e)
try:
    "a".translate({97: 1.5})
except TypeError as e:
    print(e)
