# str.expandtabs: columns restart after line ends; sizes of zero and below.
for s in ["a\tb", "\t", "ab\tc\td", "a\n\tb", "a\r\tb", "abcdefgh\tx", "é\tb", "\t\t"]:
    print(repr(s.expandtabs()), repr(s.expandtabs(4)), repr(s.expandtabs(1)), repr(s.expandtabs(0)), repr(s.expandtabs(-3)))
print(repr("a\tb".expandtabs(tabsize=2)))
try:
    "a".expandtabs("x")
except TypeError as e:
    print(e)
