import uuid
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://x"), uuid.NAMESPACE_OID, uuid.NAMESPACE_X500)
a, b = uuid.uuid4(), uuid.uuid4(); print(a != b, a.version, a.variant == uuid.RFC_4122, uuid.uuid1().version, len(str(uuid.uuid1())), isinstance(uuid.getnode(), int), uuid.UUID(int=1, version=4).version)
