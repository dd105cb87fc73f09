b = b"ab\x00\xff'\"\n\\"
print(b, repr(b), len(b), b[0], b[-1], b[1:3], b[::-1], list(b[:3]), 97 in b, b"b" in b, b + b"x", b"a" * 3, b"a" < b"b", b == bytes(b), hash(b"a") == hash(b"a"), bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(), b"it's", b'"')
for f in (lambda: b"a" + "b", lambda: "a" + b"b", lambda: bytes("a"), lambda: bytes([256]), lambda: bytes(-1), lambda: b"a"[5], lambda: 300 in b"a", lambda: "a" in b"a", lambda: bytes(1.5), lambda: b"a" < "a", lambda: bytes(["a"]), lambda: b"abc".nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(b"a" == "a", b"a" != 97, {b"k": 1}[b"k"], [x for x in b"hi"])
