# repr of text: which quotes, which escapes.
for s in ["", "a", "'", '"', "'\"", "\\", "\n\r\t", "\0\x01\x1f\x7f", "\x80\x9f\xa0\xad", "é€", "\u200b\u2028\ufeff", "𝒳\U000e0001", "\ud800\udfff", "it's", 'say "x"', "\\'", "\u0378", "\ue000"]:
    print(repr(s), ascii(s), len(repr(s)))
