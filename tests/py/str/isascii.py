# str.isascii and isprintable.
for s in ["", "abc", "é", "\x7f", "\x80", "a b", "\t", "\n", "\xa0", "\u200b", "\xad", "𝒳", "\ue000", "\u0378", "\ud800", "\\"]:
    print(ascii(s), s.isascii(), s.isprintable())
