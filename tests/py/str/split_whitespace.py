# str.split without a separator: runs of blanks, none at the ends.
for s in ["  a  b c ", "", "   ", "a", "a\tb\nc\r\nd", "a\xa0b", "a\u2003b\u3000c", "a\x1cb", " a b c "]:
    print(s.split(), s.rsplit(), s.split(None, 1), s.rsplit(None, 1), s.split(maxsplit=0), s.split(None, -1))
print("  a b  ".split(None, 1), "  a b  ".rsplit(None, 1), "a  b  ".split(None, 2))
