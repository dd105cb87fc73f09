import secrets, string
print(len(secrets.token_bytes(8)), len(secrets.token_hex(4)), isinstance(secrets.token_urlsafe(), str), secrets.choice([5]), 0 <= secrets.randbelow(10) < 10, secrets.randbits(8) < 256, secrets.compare_digest("a", "b"), len(secrets.token_bytes()), all(c in string.hexdigits for c in secrets.token_hex()), secrets.SystemRandom().random() < 1)
try:
    secrets.randbelow(0)
except ValueError as e:
    print(e)
