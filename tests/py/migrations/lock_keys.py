# Numbers for advisory locks out of names: struct, int.from_bytes, modulo.
import hashlib
import struct


def key64(name):
    return struct.unpack("q", hashlib.sha256(name.encode()).digest()[:8])[0]


def key32(name):
    n = int(hashlib.md5(name.encode()).hexdigest(), 16) & 0xFFFFFFFF
    return n - (1 << 32) if n >= 1 << 31 else n


for name in ("app", "alembic_version", "tenant:42"):
    a = key64(name)
    print(name, a, key32(name), -(2**63) <= a < 2**63, int.from_bytes(hashlib.sha1(name.encode()).digest()[:4], "big", signed=True))
    print(a % 1000, a & 0xFF, hex(a & (2**64 - 1)), a.to_bytes(8, "little", signed=True).hex(), divmod(a, 10**9))
