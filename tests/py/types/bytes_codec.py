for enc in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-8-sig", "UTF8", "iso-8859-1"):
    for s in ("abc", "é", "한😀"):
        try:
            e = s.encode(enc)
            print(enc, e, ascii(e.decode(enc)))
        except Exception as x:
            print(enc, type(x).__name__, x)
for data in (b"\xff", b"a\xe9b", b"\xe2\x82", b"\xc3(", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xf8\x88"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        try:
            print(data, errors, ascii(data.decode("utf-8", errors)))
        except UnicodeDecodeError as x:
            print(data, errors, x, x.start, x.end, x.reason, x.encoding)
for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "nope"):
    try:
        print(errors, "aéñ한".encode("ascii", errors))
    except Exception as x:
        print(errors, type(x).__name__, x)
try:
    "\ud800".encode()
except UnicodeEncodeError as x:
    print(x)
try:
    b"a".decode("nope")
except LookupError as x:
    print(x)
