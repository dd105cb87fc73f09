# iter_unpack() looks at its arguments when it is called.
import struct
for form, data in (("<H", 5), ("<H", None), ("<H", ""), ("<H", []), ("<", b""), ("<H", b"abcd"), ("<H", b"abc"), ("<H", bytearray(b"\x01\x00"))):
    try:
        found = struct.iter_unpack(form, data)
        print(type(found).__name__, list(found))
    except Exception as e:
        print(type(e).__name__, e)
