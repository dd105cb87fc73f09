"""hashlib.pbkdf2_hmac, and a clear answer for the algorithms that are not here."""


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac

    size = hmac.new(password, b"", hash_name).digest_size
    dklen = size if dklen is None else dklen
    result = b""
    for index in range(1, -(-dklen // size) + 1):
        block = last = hmac.new(password, salt + index.to_bytes(4, "big"), hash_name).digest()
        total = int.from_bytes(block, "big")
        for _ in range(iterations - 1):
            last = hmac.new(password, last, hash_name).digest()
            total ^= int.from_bytes(last, "big")
        result += total.to_bytes(size, "big")
    return result[:dklen]


def __getattr__(name):
    if name in ("sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256", "blake2s", "scrypt"):
        raise AttributeError(f"hashlib.{name} is not part of this Python dialect: use sha256, sha512 or blake2b")
    raise AttributeError(f"module 'hashlib' has no attribute '{name}'")
