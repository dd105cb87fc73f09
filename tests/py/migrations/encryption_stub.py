# Bytes and text back and forth: xor, base64, hex, padding, struct headers.
import base64
import struct


def xor(data, key):
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))


def seal(text, key):
    data = text.encode("utf-8")
    return base64.b64encode(struct.pack(">BH", 1, len(data)) + xor(data, key)).decode("ascii")


def unseal(text, key):
    raw = base64.b64decode(text)
    version, length = struct.unpack_from(">BH", raw)
    return version, xor(raw[3:3 + length], key).decode("utf-8")


for text in ("hello", "", "日本", "a" * 20):
    sealed = seal(text, b"k3y")
    print(sealed, unseal(sealed, b"k3y"))
print(bytes.fromhex("00 ff 10").hex(":"), b"\x00\xff".hex(), bytearray(b"abc")[::-1], b"%s=%d" % (b"n", 5), memoryview is not None)
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"a,b".split(b","), b"a" in b"abc", b"abc"[0], b"abc"[:1], list(b"\x01\x02"), int.from_bytes(b"\x01\x00", "big"))
try:
    base64.b64decode("a")
except Exception as e:
    print(type(e).__name__, e)
try:
    b"\xff".decode()
except UnicodeDecodeError as e:
    print(e)
