# UUIDs made and read back: text, hex, bytes, namespaces.
import uuid

NAMESPACE = uuid.UUID("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
for key in ("alice@example.org", "bob", "日本"):
    u = uuid.uuid5(NAMESPACE, key)
    print(key, u, u.hex, u.version, uuid.UUID(u.hex) == u, uuid.UUID(bytes=u.bytes) == u, len(u.bytes), u.int % 1000)
made = {uuid.uuid4() for _ in range(50)}
print(len(made), all(len(str(u)) == 36 and u.version == 4 and u.variant == uuid.RFC_4122 for u in made))
mapping = {str(uuid.UUID(int=i)): i for i in (1, 255, 2**64)}
for text, i in mapping.items():
    print(text, i, uuid.UUID(text).int == i)
print(sorted(uuid.UUID(int=i) for i in (3, 1, 2))[0], uuid.UUID("F81D4FAE7DEC11D0A76500A0C91E6BF6"))
