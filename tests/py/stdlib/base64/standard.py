import base64
print(base64.b64encode(b"hello world"), base64.b64decode("aGVsbG8gd29ybGQ="), base64.b64decode(b"aGVsbG8="))
print(base64.b64encode(b""), base64.b64encode(bytes(range(5))))
print(base64.b64encode(b"\xfb\xff", altchars=b"-_"), base64.b64decode("-_8=", altchars="-_"))
