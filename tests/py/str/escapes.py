# Escapes in literals: octal, hex, unicode, names, line ends, and unknown ones.
print("\101\60\0\777", "\x41\xe9", "\u00e9\U0001d4b3", "\N{EURO SIGN}\N{em dash}", "a\
b", "\a\b\f\v" == "\x07\x08\x0c\x0b", "\'\"\\")
print(len("\1234"), len("\08"), r"\n\x", r"\'", len(r"\\"), R"a\
b" == "a\\\nb")
