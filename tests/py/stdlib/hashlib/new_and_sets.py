import hashlib, io
for name in ("md5", "SHA1", "sha-256", "sha512", "sha3_256", "sha3-384", "blake2b", "blake2s", "sha224"):
    try:
        print(name, hashlib.new(name, b"data").hexdigest()[:24])
    except ValueError as e:
        print(name, "ValueError")
try:
    hashlib.new("nope")
except ValueError as e:
    print(str(e)[:26])
print(sorted(hashlib.algorithms_guaranteed), hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 3, 50).hex())
print(hashlib.file_digest(io.BytesIO(b"content"), "sha256").hexdigest(), hashlib.file_digest(io.BytesIO(b"content"), hashlib.md5).hexdigest())
for call in (lambda: hashlib.md5("text"), lambda: hashlib.sha256(5), lambda: hashlib.pbkdf2_hmac("sha1", b"", b"", 0), lambda: hashlib.md5().update("x")):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(repr(hashlib.md5()).split(" @")[0], hashlib.md5(bytearray(b"a")).hexdigest() == hashlib.md5(b"a").hexdigest(), hashlib.sha256(b"x", usedforsecurity=False).digest()[:4])
