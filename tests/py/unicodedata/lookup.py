"""lookup() by name, alias, sequence, in any case"""
import unicodedata

for name in ["LATIN SMALL LETTER A", "latin small letter e with acute", "EURO SIGN", "Greek Small Letter Alpha", "HANGUL SYLLABLE GAG", "HANGUL SYLLABLE A",
             "CJK UNIFIED IDEOGRAPH-4E2D", "CJK COMPATIBILITY IDEOGRAPH-F900", "TIBETAN MARK GTER YIG MGO -UM RNAM BCAD MA", "GRINNING FACE",
             "LINE FEED", "LF", "NULL", "NUL", "NO-BREAK SPACE", "NBSP", "BOM", "KEYCAP DIGIT ONE", "LATIN SMALL LETTER R WITH TILDE", "NUSHU CHARACTER-1B170",
             "SIGNWRITING HAND-FIST INDEX", "EM DASH", "BELL", "ALERT", "VS16", "ZWJ"]:
    print(name, ascii(unicodedata.lookup(name)))
for name in ["nope", "", "LATIN", "LATIN SMALL LETTER", "LATIN SMALL LETTER A ", " LATIN SMALL LETTER A", "HANGUL SYLLABLE X", "CJK UNIFIED IDEOGRAPH-FFFF", "-", "\u00e9", "CJK UNIFIED IDEOGRAPH-", "A-B"]:
    try:
        print(repr(name), ascii(unicodedata.lookup(name)))
    except KeyError as e:
        print(e)
print(all(unicodedata.lookup(unicodedata.name(chr(c))) == chr(c) for c in range(0x20, 0x3000, 37) if unicodedata.name(chr(c), "")))
