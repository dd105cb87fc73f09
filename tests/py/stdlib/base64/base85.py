import base64
for data in (b"", b"a", b"ab", b"abc", b"abcd", b"hello world", b"\0" * 8, b"    x", bytes(range(50))):
    b = base64.b85encode(data); a = base64.a85encode(data)
    print(b, a, base64.b85decode(b) == data, base64.a85decode(a) == data)
print(base64.b85encode(b"abc", pad=True), base64.a85encode(b"ab", pad=True), base64.a85encode(b"    ", foldspaces=True), base64.a85encode(b"hello", adobe=True), base64.a85encode(b"x" * 40, wrapcol=20))
print(base64.a85decode(b"<~87cURDZ~>", adobe=True), base64.a85decode(b"87 cU\nRDZ"), base64.a85decode("y", foldspaces=True))
for call in (lambda: base64.b85decode(b"ab c"), lambda: base64.b85decode(b"~~~~~"), lambda: base64.a85decode(b"vz"), lambda: base64.a85decode(b"abz"), lambda: base64.a85decode(b"x", adobe=True), lambda: base64.b85decode("é")):
    try:
        print(call())
    except ValueError as e:
        print(e)
