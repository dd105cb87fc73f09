# Walking bytes gives ints; slices give bytes.
b = b"abc"
print(list(b), [x for x in b], b[0], b[0:1], b[::-1], b[-1], tuple(bytearray(b)), sum(b), sorted(b"cab"), list(reversed(b)), dict(enumerate(b)), max(b), b.hex(), b.hex(":"), bytes.fromhex("61 62"), [chr(x) for x in b], list(zip(b, b"xyz")), bytes(x + 1 for x in b), b"".join([b"a", bytearray(b"b")]))
