# What bytes of a document are read as; the places of a character in its field.
import json, decimal
for s in ('5c','<5c','>5c','^5c','05c','=5c','c','#5c','+c',',c'):
    for n in (65, 5, True, 0x3042, -1, 10**7):
        try: print(s, n, ascii(format(n,s)))
        except Exception as e: print(s, n, type(e).__name__, e)
for b in (b'\xff', b'\x00\xff', b'\xff\xfe[\x001\x00]\x00', b'\xef\xbb\xbf1', b'', b'\xff\xff', b'a\xff', b'[1\x00', b'\x00\x00\x00[', '\ufeff1', b'"\xff"', bytearray(b'[1]')):
    try: print(b, json.loads(b))
    except Exception as e: print(b, type(e).__name__, e)
