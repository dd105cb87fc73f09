names = ["isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isascii", "isprintable", "isidentifier", "islower", "isupper", "istitle"]
for s in ["", "abc", "ABC", "Abc Def", "a1", "12", "²", "½", "٣", " \t\n", "é", "_x1", "1x", "\x00", "ǅ", "Ab c", "x y", "\u200b", "한"]:
    print(ascii(s), [getattr(s, n)() for n in names])
