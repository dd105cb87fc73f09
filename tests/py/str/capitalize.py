# str.capitalize: first code point to title case, the rest lower.
for s in ["", "a", "ABC", "hELLO wORLD", "ßa", "ǆz", "éCOLE", "1abc", " ab", "ΑΣ", "İx", "ﬁx"]:
    print(repr(s.capitalize()))
try:
    "a".capitalize(1)
except TypeError as e:
    print(e)
