# What scripts ask of base64.
import base64, hashlib, itertools, json, operator, uuid
import urllib.parse as up

for text in [
    "base64.b64encode(b'ab')",
    "base64.b64decode('YWI=')",
    "base64.b64decode('YWI')",
    "base64.urlsafe_b64encode(b'\\xff\\xfe')",
    "base64.b16encode(b'a')",
    "base64.b32encode(b'a')",
    "base64.b64encode('a')",
    "base64.b64decode(b'!!!!', validate=True)",
    "base64.a85encode(b'abc')",
    "base64.b64decode('Y W I =')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
