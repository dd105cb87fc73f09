# What codecs.encode() and decode() refuse, and the note that says which of them did.
import codecs
for o in ('x','6a',b'x',5,None,[1],bytearray(b'ab'),'日'):
    for n in ('utf-8','rot13','hex','base64','ascii','latin-1','utf-16','unicode_escape','nosuch','cp1252',None,5,'rot_13','UTF8'):
        for f in (codecs.encode,codecs.decode):
            try: r=f(o,n)
            except BaseException as e: r=(type(e),str(e)[:100],getattr(e,'__notes__',None))
            print(o,n,f.__name__,str(r)[:150])
for f in (codecs.encode,codecs.decode):
    for e in (None,5):
        try: print(f('x','utf-8',e))
        except TypeError as x: print(x)
