# Tokens hashed, encoded and compared.
import base64
import hashlib
import hmac
import secrets

for text in ("", "password", "日本語"):
    print(hashlib.md5(text.encode()).hexdigest(), hashlib.sha1(text.encode()).hexdigest()[:12], hashlib.sha256(text.encode("utf-8")).hexdigest()[:16])
digest = hashlib.blake2b(b"key", digest_size=8).hexdigest()
print(digest, base64.urlsafe_b64encode(hashlib.sha256(b"x").digest()).rstrip(b"=").decode())
print(hmac.new(b"secret", b"message", hashlib.sha256).hexdigest()[:20], hmac.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"))
print(len(secrets.token_hex(16)), len(secrets.token_urlsafe(32)) > 40, hashlib.md5(b"a", usedforsecurity=False).hexdigest())
salted = hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 1000)
print(salted.hex()[:32], hashlib.sha256().name, hashlib.new("sha512", b"a").digest_size, hashlib.sha256(b"ab").digest() == (lambda h: (h.update(b"a"), h.update(b"b"), h.digest())[2])(hashlib.sha256()))
