import base64
for data in (b"", b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar", bytes(range(20))):
    e = base64.b32encode(data); h = base64.b32hexencode(data)
    print(e, h, base64.b32decode(e) == data, base64.b32hexdecode(h) == data, base64.b16encode(data))
print(base64.b32decode("mzxw6===", casefold=True), base64.b32decode(b"MZXW0===", map01=b"L"), base64.b16decode("ab", casefold=True))
for call in (lambda: base64.b32decode("MZ"), lambda: base64.b32decode("M0XW6==="), lambda: base64.b32decode("mzxw6==="), lambda: base64.b16decode("ab"), lambda: base64.b32decode("MZXW====")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
