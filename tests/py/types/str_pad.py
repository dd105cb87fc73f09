for w in (0, 3, 6, 7):
    print(repr("abc".center(w)), repr("ab".center(w, "*")), repr("abc".ljust(w, "é")), repr("abc".rjust(w)), repr("-42".zfill(w)), repr("é".zfill(w)), repr("+".zfill(w)))
print(repr("a\tb\n\tc".expandtabs()), repr("a\tb".expandtabs(4)), repr("\t".expandtabs(0)), repr("ab\tc".expandtabs(tabsize=2)))
print(repr("  x  ".strip()), repr("xxaxx".strip("x")), repr("xyaxy".lstrip("xy")), repr("xyaxy".rstrip("yx")), repr("\u3000a\xa0".strip()), repr("ééa".lstrip("é")))
try:
    "a".center(3, "ab")
except TypeError as e:
    print(e)
try:
    "a".strip(1)
except TypeError as e:
    print(e)
