import base64, codecs, textwrap, csv, json, re, urllib.parse as up
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e.args)
class B(bytes): pass
class S(str): pass
class T(tuple): pass
class O: pass
t(json.dumps, B(b'x')); t(json.dumps, {B(b'x'): 1}); t(json.dumps, O); t(json.dumps, 1j)
for v in (1.5, 3, None, [1], "é", O):
    for f in (base64.b64encode, base64.a85encode, base64.b85encode, base64.b32encode, textwrap.dedent, up.quote, up.quote_plus, up.quote_from_bytes, bytearray(b"x").extend):
        t(f, v)
    t(lambda: [*v]); t(lambda: {*v}); t(lambda: (*v,)); t(lambda: print(*v)); t(lambda: {**v})
t(bytearray(b'').extend, [300]); t(bytearray(b'').extend, ['a']); t(up.quote, b'a', encoding='x')
for s in ("a\r\nb", "a\nb", "a\rb", '"a\nb"', 'a,"b', '"a"b,c', 'a"b', '"a""b"', "a\n", "a\r", "a\r\n\n", "", "\n", "a,b\n\nc", "a\n\n"): t(list, csv.reader([s])); t(list, csv.reader([s], strict=True)); t(list, csv.reader(s.splitlines(True)))
for b in (b'a', b'abc', b'\xff\xfea', b'\xfe\xffa', b'\x00\xd8', b'\x00\xdc', b'\x00\xd8a\x00', b'\xfe\xff\xd8\x00\x00a'):
    for c in ('utf-16','utf-16-le','utf-16-be','utf-32','utf-32-le','utf-32-be', 'utf16','U32','utf-8-sig','utf8','UTF8','latin1','iso8859-1','L1','us-ascii','646','cp1252'): t(b.decode, c)
for c in ('utf-16','utf-16-le','utf-32','utf-8','utf-8-sig','ascii','latin1','l1','cp1252','iso-8859-15'): t('a\ud800'.encode, c)
p = re.compile(r'(?P<k>\w)(?P<v>\d)?'); print(p.groupindex, type(p.groupindex)); t(lambda: p.groupindex.update(a=1)); print(p.groupindex['k'], dict(p.groupindex))

# what float() asks, members of exceptions, the type of bound built-in methods, dataclass parameters
class F(float):
    def __float__(self): return 2.5
class I(int):
    def __float__(self): return 7.0
print(float(F(1.0)), float(I(3)), F(1.0) + 1, I(3) / 2)
class Gone(SystemExit):
    def __init__(self, *a): self.code = a
class Stop(StopIteration): pass
class Lost(AttributeError): pass
g, s = Gone(2, "no"), Stop(1)
s.value = 9
print(vars(g), g.code, g.args, vars(s), s.value, s.args)
t(lambda: Lost(code=1)); t(lambda: Lost("x", name="n").name); t(lambda: ValueError(a=1)); t(lambda: ImportError("m", nope=1))
import types, dataclasses
print(type([].append), type("".join), type(print), type(O.__repr__), [].append.__class__, isinstance({}.get, types.BuiltinFunctionType))
@dataclasses.dataclass(order=True, slots=True)
class D1: x: int = 1
print(D1.__dataclass_params__, D1.__dataclass_params__.order)
