"""wrong arguments"""
import unicodedata

for name in "category bidirectional combining east_asian_width mirrored decomposition name decimal digit numeric".split():
    for bad in "ab", "", 1, None, b"a":
        try:
            getattr(unicodedata, name)(bad)
        except TypeError as e:
            print(e)
for form in "nfc", "", "NFX":
    for function in unicodedata.normalize, unicodedata.is_normalized:
        try:
            function(form, "\u00e9")
        except ValueError as e:
            print(repr(form), e)
try:
    unicodedata.normalize("NFC", 1)
except TypeError as e:
    print(e)
