# The codec unicode_escape, both ways.
for data in (b"plain", rb"a\tb\n\x41\u00e9\ud55c\U0001F600\101\7z", b"\xe9\xff", rb"\\\'\"\a\b\f\v\r", b"a\\\nb", rb"\u0022\u003c"):
    print(ascii(data.decode("unicode-escape")), ascii(data.decode("unicode_escape")))
for data in (rb"\x4", rb"\u12", rb"ab\U0011000", rb"\U00110000", b"x\\"):
    try:
        print(data.decode("unicode_escape"))
    except UnicodeDecodeError as e:
        print(e, e.start, e.end, ascii(data.decode("unicode_escape", "replace")), repr(data.decode("unicode_escape", "ignore")))
for text in "plain ~", "a\tb\n\r\\\x00\x7f\x80é한😀'\"":
    print(text.encode("unicode_escape"), text.encode("unicode-escape").decode("unicode_escape") == text)
