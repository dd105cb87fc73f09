# What encoders and decoders make of every error handler.
text = "aé€𝒳"
for name in ("utf-8", "utf8", "UTF-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1", "ascii", "iso8859-1", "utf-8-sig"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
        try:
            print(name, errors, text.encode(name, errors))
        except (UnicodeEncodeError, LookupError) as e:
            print(name, errors, type(e).__name__, e)
for data in (b"a\xff", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf5", b"ok", b"\xef\xbb\xbfx"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        try:
            print(data, errors, ascii(data.decode("utf-8", errors)))
        except UnicodeDecodeError as e:
            print(data, errors, e)
