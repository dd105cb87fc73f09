"""hashlib: pbkdf2_hmac, file_digest."""


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac

    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is not None and dklen < 1:
        raise ValueError("key length must be greater than 0.")
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


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    import hashlib

    made = hashlib.new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"{fileobj!r} is not a file-like object in binary reading mode.")
    while part := fileobj.read(_bufsize):
        made.update(part)
    return made


def __getattr__(name):
    if name == "scrypt":
        raise AttributeError("hashlib.scrypt is not part of this Python dialect: use pbkdf2_hmac")
    raise AttributeError(f"module 'hashlib' has no attribute '{name}'")
