"""name() of characters of every kind, and of those without"""
import hashlib
import unicodedata


def digest(function):
    h = hashlib.sha256()
    for c in POINTS:
        h.update(str(function(chr(c))).encode())
    return h.hexdigest()[:16]


POINTS = [*range(0, 0x1200), *range(0x1AB0, 0x2500, 2), *range(0x3000, 0x3400, 3), *range(0xA640, 0xAC40, 3), *range(0xF900, 0x10180, 3),
          *range(0x1D160, 0x1D800, 3), *range(0x1E8D0, 0x1F200, 3), *range(0x2F800, 0x2FA20, 5), *range(0xE0100, 0xE0110), 0x10FFFF]
print(digest(lambda c: unicodedata.name(c, "")))
for c in "a\u00e9\u0660\u20ac\u4e2d\u3400\uac00\ud7a3\uac01\uf900\U0001f600\U0001d400\U0002f800\u0f0a\u180b\U00013000\U00018b00\U0001b170\ufeff\ufffd\u2028":
    print(unicodedata.name(c))
for c in "\n", "\0", "\u0378", "\ue000", "\U0010ffff":
    try:
        print(unicodedata.name(c))
    except ValueError as e:
        print(ascii(c), e, unicodedata.name(c, "no name"))
