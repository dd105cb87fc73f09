import base64, binascii, io
data = bytes(range(256))
print(base64.b64encode(data)[:30], base64.b64encode(b"\xfb\xff", altchars=b"-_"), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b64decode("-_8=", altchars="-_"), base64.urlsafe_b64decode("-_8="))
print(base64.b64decode(b"YW Jj\n"), base64.standard_b64decode("YWJj"), base64.encodebytes(b"x" * 60), base64.decodebytes(b"YWJj\nZA==\n"))
out = io.BytesIO(); base64.encode(io.BytesIO(b"abc" * 30), out); back = io.BytesIO(); out.seek(0); base64.decode(out, back); print(out.getvalue(), back.getvalue() == b"abc" * 30)
for call in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("ab!c", validate=True), lambda: base64.b64encode("text"), lambda: base64.b64decode("é"), lambda: base64.b64decode("a")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(binascii.hexlify(b"\x01\xab", "-"), binascii.unhexlify("01AB"), binascii.crc32(b"hello"), binascii.b2a_base64(b"hi", newline=False))
