import hmac, hashlib
m = hmac.new(b"key", b"msg", hashlib.sha256)
print(m.hexdigest(), m.name, m.digest_size, m.block_size, hmac.digest(b"k", b"m", "sha1").hex(), hmac.new(b"key", digestmod="md5").hexdigest())
m.update(b"!"); print(m.copy().hexdigest() == hmac.new(b"key", b"msg!", "sha256").hexdigest())
print(hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"))
try:
    hmac.new(b"k")
except TypeError as e:
    print(e)
