def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(chr(65), chr(0x20ac), chr(0x1f600), repr(chr(0)), repr(chr(10)), ord("A"), ord("€"), ord(b"a"), ord(chr(0x10ffff)))
err(lambda: chr(-1))
err(lambda: chr(0x110000))
err(lambda: chr("a"))
err(lambda: ord("ab"))
err(lambda: ord(""))
err(lambda: ord(5))
err(lambda: ord(b"ab"))
print(ascii("aé€😀"), ascii([1, "ü"]), repr("aé"), ascii("plain"))
