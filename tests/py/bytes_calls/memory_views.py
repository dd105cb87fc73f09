# A view of bytes and bytearrays: items, slices, casts, comparison, what it refuses.
def t(f):
    try: r=f()
    except BaseException as e: r=type(e).__name__+': '+str(e)
    print('a view' if ' at 0x' in repr(r) else r)
m=memoryview(b'abcdef'); w=memoryview(bytearray(b'abcdef'))
for v in (m,w,m[1:4],m[::-1],m[::2],w[4:0:-2],w.cast('h'),w.cast('b'),w.cast('c'),m[0:0],m.toreadonly(),w.toreadonly(),memoryview(m)):
    t(lambda: (v.tobytes(), v.tolist(), v.nbytes, v.itemsize, v.format, v.readonly, v.ndim, v.shape, v.strides, v.suboffsets, v.c_contiguous, v.f_contiguous, v.contiguous, v.obj if v.obj is not m else 'm', len(v)))
    t(lambda: v.hex()); t(lambda: v.hex(':')); t(lambda: v.hex('-',2)); t(lambda: v[0]); t(lambda: v[-1]); t(lambda: v[9]); t(lambda: v['a']); t(lambda: v[1,2]); t(lambda: v[(0,)]); t(lambda: v==b'abcdef'); t(lambda: b'abcdef'==v); t(lambda: v==w); t(lambda: v!=5); t(lambda: v<b'x'); t(lambda: hash(v)==hash(v.tobytes())); t(lambda: list(v)); t(lambda: 97 in v); t(lambda: bytes(v)); t(lambda: bytearray(v)); t(lambda: bool(v)); t(lambda: list(reversed(v))); t(lambda: b'x'+v); t(lambda: v+b'x'); t(lambda: v*2); t(lambda: b','.join([v,b'q'])); t(lambda: str(v,'utf-8')); t(lambda: v.cast('I')); t(lambda: v.cast('z')); t(lambda: v.cast('@h').tolist()); t(lambda: v.cast(5)); t(lambda: sum(v)); t(lambda: isinstance(v,memoryview))
def s(v,k,x): v[k]=x; return v.obj
for v in (m,w,w.cast('h'),w.cast('b'),w.cast('c'),w.cast('?'),w[::2]):
    for k,x in ((0,65),(0,-1),(0,300),(0,'x'),(0,b'z'),(0,b'zz'),(9,1),(slice(0,2),b'xy'),(slice(0,2),b'xyz'),(slice(0,2),[1,2]),(slice(0,2),w[2:4]),('a',1),(0,1.5),(0,40000),(0,True)):
        t(lambda: s(v,k,x))
def d(v): del v[0]
t(lambda: d(w)); t(lambda: d(m)); t(lambda: memoryview(5)); t(lambda: memoryview('x')); t(lambda: memoryview()); t(lambda: memoryview(object=b'x').tobytes()); t(lambda: memoryview([1]))
x=memoryview(bytearray(16)).cast('d'); x[0]=1.5; x[1]=3; t(lambda: x.tolist()); t(lambda: s(x,0,'a')); t(lambda: x.cast('B').tobytes()); t(lambda: x.cast('i')); t(lambda: hash(x))
q=memoryview(bytearray(8)).cast('Q'); q[0]=2**64-1; t(lambda: q.tolist()); t(lambda: s(q,0,2**64)); t(lambda: q.cast('B').cast('q').tolist()); t(lambda: s(q,0,-1))
with memoryview(b'ab') as z: t(lambda: z[0])
t(lambda: z[0]); t(lambda: z.tobytes()); t(lambda: z.nbytes); t(lambda: len(z)); t(lambda: z==z); t(lambda: z==b'ab'); t(lambda: str(z)[:9]); t(lambda: z.release())
t(lambda: hash(m)==hash(b'abcdef')); t(lambda: {m: 1}[b'abcdef']); t(lambda: hash(w)); t(lambda: hash(w.toreadonly()))
t(lambda: [c.__name__ for c in memoryview.__mro__]); t(lambda: str(memoryview)); t(lambda: setattr(m,'x',1)); t(lambda: setattr(m,'nbytes',1)); t(lambda: m.nothing)
try:
    class K(memoryview): pass
except TypeError as e: print(e)
match m:
    case [97, *rest]: print('sequence', rest)
    case _: print('none')
a,b,*c=m; print(a,b,c)
import struct; t(lambda: struct.unpack('<H', m[:2])); t(lambda: int(memoryview(b'12'))); t(lambda: float(memoryview(b'1.5')))
import io, hashlib, base64; t(lambda: io.BytesIO(m).read()); t(lambda: hashlib.md5(m).hexdigest()); t(lambda: base64.b64encode(m)); t(lambda: int.from_bytes(m[:2],'big'))
import re; t(lambda: re.findall(rb'[a-c]', m))
t(lambda: bytes([1,2]) in m); t(lambda: b'ab' in m)
