# What scripts ask of hashlib.
import base64, hashlib, itertools, json, operator, uuid
import urllib.parse as up

for text in [
    "hashlib.md5(b'a').hexdigest()",
    "hashlib.sha256(b'').hexdigest()[:8]",
    "hashlib.sha1('a')",
    "hashlib.new('sha512', b'a').hexdigest()[:8]",
    "hashlib.new('nope')",
    "hashlib.blake2b(b'a', digest_size=4).hexdigest()",
    "hashlib.sha3_256(b'a').hexdigest()[:8]",
    "hashlib.sha256(b'a').digest_size",
    'hashlib.sha256().block_size',
    "'sha256' in hashlib.algorithms_available",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
