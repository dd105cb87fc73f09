"""the four normal forms: composition, order of marks, Hangul, compatibility, exclusions"""
import hashlib
import unicodedata


def digest(function):
    h = hashlib.sha256()
    for c in POINTS:
        h.update(str(function(chr(c))).encode())
    return h.hexdigest()[:16]


POINTS = [*range(0, 0x1200), *range(0x1AB0, 0x2500, 2), *range(0x3000, 0x3400, 3), *range(0xA640, 0xAC40, 3), *range(0xF900, 0x10180, 3),
          *range(0x1D160, 0x1D800, 3), *range(0x1E8D0, 0x1F200, 3), *range(0x2F800, 0x2FA20, 5), *range(0xE0100, 0xE0110), 0x10FFFF]
for form in "NFC NFD NFKC NFKD".split():
    print(form, digest(lambda c: unicodedata.normalize(form, c)))
    for text in ["\u00e9", "e\u0301", "\ufb01", "\u1e9b\u0323", "a\u0315\u0300\u05ae\u0062", "\uac00\u11a8", "\u1100\u1161\u11a8", "\u1100\u1161\u11a7", "\uac01\u11a8",
                 "\u212b", "\u2126", "\u0344", "\u0958", "\u00c5\u0323", "A\u030a\u0323", "\u0061\u0328\u0301\u0323", "x\u00b2\u2460", "\uff21\uff42", "\u2f00", "\U0001d15e", "\u0f73",
                 "a\u0301\u0300", "\u0301a", "\u3099\u304b\u3099", "", "plain", "\u1101\u0301\u1161", "e\u0301\u0323\u0301"]:
        print("", ascii(text), ascii(unicodedata.normalize(form, text)), unicodedata.is_normalized(form, text))
