"""What pickles of old protocols name: bytes as text and back."""


def encode(obj, encoding="utf-8", errors="strict"):
    import codecs

    return codecs.encode(obj, encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    import codecs

    return codecs.decode(obj, encoding, errors)
