"""Encodings by name."""

BOM_UTF8 = b"\xef\xbb\xbf"
open = open


def encode(obj, encoding="utf-8", errors="strict"):
    if encoding in ("rot13", "rot_13"):
        return "".join(chr((ord(c) - b + 13) % 26 + b) if c.isascii() and c.isalpha() and (b := 97 if c.islower() else 65) else c for c in obj)
    return obj.hex().encode() if encoding == "hex" else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    return bytes.fromhex(obj.decode()) if encoding == "hex" else encode(obj, encoding) if encoding in ("rot13", "rot_13") else obj.decode(encoding, errors)


class CodecInfo:
    def __init__(self, name):
        self.name = name


def lookup(encoding):
    "".encode(encoding)
    return CodecInfo(encoding.lower())
