import hashlib, hmac, base64, binascii
for n in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b"):
    for s in (b"", b"abc", b"x" * 1000, b"y" * 119, b"z" * 128): print(n, getattr(hashlib, n)(s).hexdigest())
h = hashlib.sha256(); h.update(b"a"); h.update(b"b"); print(h.hexdigest(), h.name, h.digest_size, hashlib.new("sha1", b"q").hexdigest(), hashlib.blake2b(b"q", digest_size=20).hexdigest())
try: hashlib.md5("x")
except TypeError as e: print(e)
print(hmac.new(b"k", b"m", hashlib.sha256).hexdigest(), hmac.new(b"k" * 100, b"m", "sha1").hexdigest())
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b32encode(b"hi"), binascii.hexlify(b"ab"), binascii.unhexlify("6162"), binascii.crc32(b"x"), base64.b16encode(b"z"))
try: base64.b64decode("abc")
except binascii.Error as e: print(e)
print(hashlib.pbkdf2_hmac("sha256", b"p", b"s", 3).hex())
