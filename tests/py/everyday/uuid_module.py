# What scripts ask of uuid.
import base64, hashlib, itertools, json, operator, uuid
import urllib.parse as up

for text in [
    'uuid.UUID(int=1)',
    "uuid.UUID('x')",
    "uuid.UUID(hex='0' * 32).int",
    "uuid.uuid5(uuid.NAMESPACE_DNS, 'a')",
    "uuid.uuid3(uuid.NAMESPACE_URL, 'a')",
    'uuid.uuid4().version',
    'uuid.UUID(int=5) < uuid.UUID(int=6)',
    'str(uuid.UUID(int=255))',
    'uuid.UUID(bytes=bytes(16)).hex',
    'uuid.UUID(int=-1)',
    "uuid.UUID(bytes=b'a')",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
