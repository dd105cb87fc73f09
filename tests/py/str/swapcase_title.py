# str.title and swapcase at word borders.
for s in ["hello world", "they're", "x1y2", "HELLO", "a-b_c", "éa éB", "ǆ ǅ Ǆ", "ß", "ﬁsh", "o'neill's", "", "1st"]:
    print(repr(s.title()), repr(s.swapcase()))
