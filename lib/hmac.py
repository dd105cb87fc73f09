"""Keyed hashes."""

import hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        make = digestmod if callable(digestmod) else lambda data=b"": hashlib.new(digestmod, data)
        self._make = make
        inner = make()
        self.digest_size, self.block_size = inner.digest_size, inner.block_size
        self.name = f"hmac-{inner.name}"
        if len(key) > self.block_size:
            key = make(key).digest()
        key = bytes(key) + bytes(self.block_size - len(key))
        self._outer = bytes(c ^ 0x5C for c in key)
        self._inner = make(bytes(c ^ 0x36 for c in key))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        made = HMAC.__new__(HMAC)
        made.__dict__.update(self.__dict__)
        made._inner = self._inner.copy()
        return made

    def digest(self):
        return self._make(self._outer + self._inner.digest()).digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    if not digestmod:
        raise TypeError("Missing required parameter 'digestmod'.")
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return new(key, msg, digest).digest()


def compare_digest(a, b, /):
    texts = isinstance(a, str) + isinstance(b, str)
    kinds = [isinstance(one, (bytes, bytearray, memoryview)) for one in (a, b)]
    if texts == 2:
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
    elif not any(kinds):
        raise TypeError(f"unsupported operand types(s) or combination of types: '{type(a).__name__}' and '{type(b).__name__}'")
    elif not all(kinds):
        raise TypeError(f"a bytes-like object is required, not '{type(b if kinds[0] else a).__name__}'")
    return a == b
