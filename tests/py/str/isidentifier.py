# str.isidentifier: letters of all scripts, keywords count, no digits first.
for s in ["", "a", "_", "1a", "a1", "é", "变量", "a-b", "a b", "class", "None", "℘", "·a", "a·", "µ", "ªb", "x́", "́x", "$", "__init__", "a\u200d"]:
    print(ascii(s), s.isidentifier())
