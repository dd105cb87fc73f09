# Bytes literals and their repr.
print(b"abc", b'\x00\xff\n\t\\\'', B"x", rb"\n", Rb'\x41', b"a" b"b", b"it's", b'"', b"'\"", bytes(range(256))[120:140], b"\101\60", b"""a
b""", b"\N{x}\u0041", len(b"\8"), repr(b""), str(b"a"), bytearray(b"q\n"))
for code in ["b'é'", "b'\\x1'", "b'a' 'b'", "bb''", "bf''", "b'\\xzz'"]:
    try:
        eval(code)
    except SyntaxError as e:
        print(code, e.msg)
