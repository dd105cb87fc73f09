b = b"Hello, World"
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b.split(b", "), b.split(), b.rsplit(b"o", 1), b.partition(b", "), b.rpartition(b"l"), b.find(b"o"), b.rfind(b"o"), b.count(b"l"), b.index(87), b.replace(b"l", b"L", 2), b.startswith(b"He"), b.endswith((b"x", b"ld")))
print(b" x ".strip(), b"xxax".strip(b"x"), b"a".center(5), b"a".ljust(3, b"-"), b"-5".zfill(4), b"a\nb\r\nc".splitlines(), b",".join([b"a", bytearray(b"b")]), b"abc".translate(bytes.maketrans(b"a", b"z"), b"c"), b"pre_x".removeprefix(b"pre_"), b"x_suf".removesuffix(b"_suf"))
print(b"\x01\xab".hex(), b"\x01\xab\xcd".hex(":"), b"\x01\xab\xcd".hex("-", 2), bytes.fromhex("01 ab CD"), b"12".isdigit(), b"ab".isalpha(), b"a1".isalnum(), b" ".isspace(), b"ab".islower(), b"AB".isupper(), b"a".isascii())
print(b"%s-%d" % (b"a", 5), b"%x" % 255, b"%c" % 65)
for f in (lambda: b"a".index(b"z"), lambda: b"a".split(b""), lambda: b",".join(["a"]), lambda: bytes.fromhex("0g"), lambda: b"a".find("a"), lambda: b"a".replace("a", b"b")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
