"""decimal, digit and numeric, with and without a default"""
import hashlib
import unicodedata


def digest(function):
    h = hashlib.sha256()
    for c in POINTS:
        h.update(str(function(chr(c))).encode())
    return h.hexdigest()[:16]


POINTS = [*range(0, 0x1200), *range(0x1AB0, 0x2500, 2), *range(0x3000, 0x3400, 3), *range(0xA640, 0xAC40, 3), *range(0xF900, 0x10180, 3),
          *range(0x1D160, 0x1D800, 3), *range(0x1E8D0, 0x1F200, 3), *range(0x2F800, 0x2FA20, 5), *range(0xE0100, 0xE0110), 0x10FFFF]
for name in "decimal digit numeric".split():
    print(name, digest(lambda c: getattr(unicodedata, name)(c, None)))
for c in "7\u0663\u00b2\u00bd\u2167\u4e09\u5146\u0f33\u2460\U0001d7ce\u3007\ua830a":
    print(ascii(c), unicodedata.decimal(c, "-"), unicodedata.digit(c, "-"), unicodedata.numeric(c, "-"))
for name in "decimal digit numeric".split():
    try:
        getattr(unicodedata, name)("a")
    except ValueError as e:
        print(name, e)
