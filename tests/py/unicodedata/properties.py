"""category, bidirectional, combining, width, mirrored, decomposition of many code points at once"""
import hashlib
import unicodedata


def digest(function):
    h = hashlib.sha256()
    for c in POINTS:
        h.update(str(function(chr(c))).encode())
    return h.hexdigest()[:16]


POINTS = [*range(0, 0x1200), *range(0x1AB0, 0x2500, 2), *range(0x3000, 0x3400, 3), *range(0xA640, 0xAC40, 3), *range(0xF900, 0x10180, 3),
          *range(0x1D160, 0x1D800, 3), *range(0x1E8D0, 0x1F200, 3), *range(0x2F800, 0x2FA20, 5), *range(0xE0100, 0xE0110), 0x10FFFF]
for name in "category bidirectional east_asian_width combining mirrored decomposition".split():
    print(name, digest(getattr(unicodedata, name)))
for c in "aA1 \n\u00e9\u0301\u20ac(\u05d0\u0663\u4e2d\uac00\U0001f600\ue000\u0378":
    print(ascii(c), unicodedata.category(c), unicodedata.bidirectional(c), unicodedata.east_asian_width(c), unicodedata.combining(c),
          unicodedata.mirrored(c), unicodedata.decomposition(c))
print(unicodedata.unidata_version)
