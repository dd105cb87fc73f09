# Text orders by code point.
words = ["b", "B", "a", "", "ab", "é", "z", "𝒳", "\uffff", "Z", "aa", "a\0"]
print(sorted(words) == ["", "B", "Z", "a", "a\0", "aa", "ab", "b", "z", "é", "\uffff", "𝒳"], [ascii(w) for w in sorted(words)])
print("a" < "b", "a" < "A", "abc" < "abd", "" < "a", "a" <= "a", "\uffff" < "𝒳", "a" == "a\0")
print(max("hello"), min("hello"), max(["aa", "b"], key=len))
