# uuid.UUID: fields, variants, immutable, comparison, errors.
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
for name in ("x", "int", "hex"):
    try:
        setattr(u, name, 1)
    except TypeError as e:
        print(e)
    except AttributeError as e:
        print("AttributeError", e)
print(u.hex, u.int, u.fields, u.time_low, u.node, u.urn, u.version, u.variant, u.bytes_le.hex(), u.clock_seq)
print(uuid.UUID(int=5), uuid.UUID(bytes=b"\1" * 16), uuid.UUID(fields=u.fields) == u, uuid.UUID("{" + str(u) + "}") == u, uuid.UUID("urn:uuid:" + str(u)) == u)
print(u < uuid.UUID(int=2**127), sorted([u, uuid.UUID(int=1)])[0], hash(u) == hash(uuid.UUID(str(u))), repr(u), int(u) == u.int)
for bad in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int=2**128), lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID(hex=str(u), int=1),
            lambda: uuid.UUID(fields=(1,)), lambda: u < 3, lambda: uuid.UUID(int=1, version=9)):
    try:
        print(bad())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://x"), uuid.uuid4().version)
