import uuid
u = uuid.UUID("12345678123456781234567812345678")
print(u, repr(u), u.int, u.hex, u.bytes, u.urn, u.version, u.variant, u.fields, u.node, u.bytes_le)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://x"), uuid.UUID(int=5), uuid.UUID(bytes=b"a" * 16), uuid.UUID("{12345678-1234-5678-1234-567812345678}") == u)
v = uuid.uuid4(); print(v.version, v == uuid.UUID(str(v)), len({v, uuid.UUID(v.hex)}), uuid.uuid1().version, u < uuid.UUID(int=2 ** 127))
for bad in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
