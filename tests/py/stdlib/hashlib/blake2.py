import hashlib
print(hashlib.blake2b(b"abc").hexdigest()[:40], hashlib.blake2s(b"abc").hexdigest(), hashlib.blake2b().digest_size, hashlib.blake2s().digest_size)
print(hashlib.blake2b(b"x", digest_size=16).hexdigest(), hashlib.blake2s(b"x", digest_size=5).hexdigest())
print(hashlib.blake2b(b"m", key=b"secret", salt=b"salt", person=b"me").hexdigest()[:32], hashlib.blake2s(b"m", key=b"k" * 32, salt=b"12345678", person=b"p").hexdigest())
print(hashlib.blake2b(b"", key=b"only").hexdigest()[:32], hashlib.blake2b(b"t", fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=0, inner_size=64, last_node=True).hexdigest()[:32])
print(hashlib.blake2s(b"t", fanout=0, depth=255, leaf_size=7, node_offset=2 ** 40, node_depth=3, inner_size=20, last_node=True).hexdigest())
for n in (0, 1, 63, 64, 65, 127, 128, 129, 1000):
    print(n, hashlib.blake2b(b"z" * n).hexdigest()[:16], hashlib.blake2s(b"z" * n).hexdigest()[:16])
print(hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2b.SALT_SIZE, hashlib.blake2s.PERSON_SIZE, hashlib.blake2b().name, hashlib.blake2s().block_size)
h = hashlib.blake2b(digest_size=8, key=b"a"); h.update(b"1"); c = h.copy(); c.update(b"2"); print(h.hexdigest(), c.hexdigest())
for kw in ({"digest_size": 0}, {"digest_size": 65}, {"key": b"k" * 65}, {"salt": b"s" * 17}, {"person": b"p" * 17}, {"fanout": 256}, {"depth": 0}, {"inner_size": 65}):
    try:
        print(hashlib.blake2b(b"", **kw))
    except ValueError as e:
        print(e)
