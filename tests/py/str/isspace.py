# str.isspace knows Unicode's blanks.
for s in ["", " ", "\t\n\r\f\v", "\x1c\x1d\x1e\x1f", "\x85", "\xa0", "\u2003", "\u200b", "\u2028\u2029", "\u3000", " a", "\ufeff"]:
    print(ascii(s), s.isspace())
