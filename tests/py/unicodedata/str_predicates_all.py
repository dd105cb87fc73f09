"""the is... methods of str over many code points"""
import hashlib
import unicodedata


def digest(function):
    h = hashlib.sha256()
    for c in POINTS:
        h.update(str(function(chr(c))).encode())
    return h.hexdigest()[:16]


POINTS = [*range(0, 0x1200), *range(0x1AB0, 0x2500, 2), *range(0x3000, 0x3400, 3), *range(0xA640, 0xAC40, 3), *range(0xF900, 0x10180, 3),
          *range(0x1D160, 0x1D800, 3), *range(0x1E8D0, 0x1F200, 3), *range(0x2F800, 0x2FA20, 5), *range(0xE0100, 0xE0110), 0x10FFFF]
for name in "isalpha isdigit isdecimal isnumeric isalnum isspace isupper islower istitle isprintable isidentifier isascii".split():
    print(name, digest(lambda c: getattr(c, name)()))
print("part", digest(lambda c: ("a" + c).isidentifier()))
print("repr", digest(repr), digest(ascii))
