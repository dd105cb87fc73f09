# Arguments of wrong kinds to functions that take bytes, formats, heaps, patterns.
import copy, base64, binascii, hmac, struct, heapq, fnmatch, itertools, operator, unicodedata, bisect
def t(f,*a):
    try: r=f(*a); print(f.__name__, a, list(r) if hasattr(r,'__next__') else r)
    except Exception as e: print(f.__name__, a, type(e).__name__, e)
W = [None, 5, 'x', b'x', [1]]
for v in W:
    for f in (base64.b64decode,base64.b64encode,base64.urlsafe_b64decode,base64.urlsafe_b64encode,base64.encodebytes,base64.decodebytes,base64.b32decode,base64.b16decode,base64.a85decode,base64.b85decode,base64.b32encode,binascii.unhexlify,binascii.hexlify,binascii.a2b_base64,binascii.b2a_base64,binascii.crc32,operator.methodcaller): t(f,v)
for v in W:
    for w in W:
        for f in (hmac.compare_digest,struct.unpack,struct.pack,heapq.heappush,fnmatch.fnmatch,fnmatch.filter,itertools.combinations,itertools.permutations,itertools.batched,itertools.repeat,unicodedata.normalize): 
            if f is itertools.repeat and not isinstance(w,int): 
                t(lambda a,b: itertools.repeat(a,b), v, w) if w is not None else None
                continue
            t(f,copy.copy(v),copy.copy(w))
