# str.islower, isupper, istitle: what counts as cased.
for s in ["", "a", "A", "aB", "1", "1a", "1A", "Ab", "Ab Cd", "Ab cd", "A1b", "A1B", "ǅ", "ǆ", "ß", "ª", "Ⅷ", "ⅷ", "Ⓐ", "ab cd", "AB CD", "A'b", "_A"]:
    print(ascii(s), s.islower(), s.isupper(), s.istitle())
