for s in ["", "a", "it's", '"q"', "it's \"q\"", "\n\t\r\\", "\x00\x1f\x7f", "é한", "\x80\xa0\xad", "\u200b\u2028", "\U0001f600", "\ud800", "\U000e0001"]:
    print(ascii(repr(s)), ascii(s))
