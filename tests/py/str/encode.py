# str.encode: encodings, error handlers, keyword arguments, unknown names.
print("abc".encode(), "é".encode(), "é".encode("latin-1"), "€".encode("utf-8"), "𝒳".encode("utf-16-le"), "a".encode("utf-16"))
print("a€".encode("ascii", "ignore"), "a€".encode("ascii", "replace"), "a€".encode("ascii", "xmlcharrefreplace"))
print("a€".encode("ascii", "backslashreplace"), "é".encode(encoding="ascii", errors="replace"))
for args in [("ascii",), ("latin-1",), ("nope",), ("ascii", "nope"), (1,), ("utf-8", 1)]:
    try:
        print("é€".encode(*args))
    except Exception as e:
        print(type(e).__name__, e)
print("é€".encode("UTF8"), "x".encode("us-ascii"), "x".encode("ISO-8859-1"), "ab".encode("utf-32-be"))
