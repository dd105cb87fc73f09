import hashlib
for name in ("sha3_224", "sha3_256", "sha3_384", "sha3_512"):
    h = getattr(hashlib, name)
    print(name, h(b"").hexdigest(), h(b"abc").hexdigest()[:32], h(b"a" * 500).hexdigest()[-16:], h().digest_size, h().block_size, h().name)
for name in ("shake_128", "shake_256"):
    h = getattr(hashlib, name)(b"abc")
    print(name, h.hexdigest(8), h.digest(5), len(h.digest(400)), h.hexdigest(0), h.digest_size, h.block_size, getattr(hashlib, name)(b"x" * 1000).hexdigest(20))
h = hashlib.sha3_256()
h.update(b"one"); c = h.copy(); h.update(b"two"); print(c.hexdigest() == hashlib.sha3_256(b"one").hexdigest(), h.hexdigest() == hashlib.sha3_256(b"onetwo").hexdigest())
for n in (71, 72, 73, 135, 136, 137, 143, 144, 145):
    print(n, hashlib.sha3_512(b"q" * n).hexdigest()[:16], hashlib.sha3_256(b"q" * n).hexdigest()[:16], hashlib.sha3_224(b"q" * n).hexdigest()[:16])
try:
    hashlib.shake_128(b"").digest()
except TypeError as e:
    print("TypeError")
