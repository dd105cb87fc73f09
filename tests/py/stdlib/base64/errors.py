import base64, binascii
for bad in ("abc", "a", "ab=c", "ab!c"):
    try:
        print(base64.b64decode(bad))
    except binascii.Error as e:
        print(type(e).__name__, e)
try:
    base64.b64decode("ab!c", validate=True)
except binascii.Error as e:
    print(e)
try:
    base64.b64encode("text")
except TypeError as e:
    print(e)
