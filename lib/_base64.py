"""The rarer encodings of base64."""

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def b32encode(s):
    out = b""
    for i in range(0, len(s), 5):
        chunk = s[i:i + 5]
        number = int.from_bytes(chunk + bytes(5 - len(chunk)), "big")
        group = bytes(_B32[number >> 5 * k & 31] for k in range(7, -1, -1))
        keep = {1: 2, 2: 4, 3: 5, 4: 7, 5: 8}[len(chunk)]
        out += group[:keep] + b"=" * (8 - keep)
    return out


def b32decode(s, casefold=False, map01=None):
    import binascii

    if isinstance(s, str):
        s = s.encode()
    if casefold:
        s = s.upper()
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    out = b""
    for i in range(0, len(s), 8):
        group = s[i:i + 8].rstrip(b"=")
        number = 0
        for c in group:
            if c not in _B32:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | _B32.index(c)
        number <<= 5 * (8 - len(group))
        out += number.to_bytes(5, "big")[:len(group) * 5 // 8]
    return out


def encodebytes(s):
    from base64 import b64encode

    return b"".join(b64encode(s[i:i + 57]) + b"\n" for i in range(0, len(s), 57))
