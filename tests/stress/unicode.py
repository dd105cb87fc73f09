"""unicode.py -- every code point through unicodedata and the str methods: the same lines under both programs?

    python3.12 tests/stress/unicode.py > a; build/retort run tests/stress/unicode.py > b; cmp a b
"""
import unicodedata as u, hashlib


def planes():
    yield from range(0, 0x3400); yield from range(0x4DB0, 0x4E10); yield from range(0x9FF0, 0xAC10); yield from range(0xD790, 0xD810)
    yield from range(0xDFF0, 0x17010); yield from range(0x187F0, 0x20010); yield from range(0x2A6D0, 0x2A710); yield from range(0x2F800, 0x2FA20); yield from range(0x323A0,0x323C0)
    yield from range(0xE0000, 0xE01F0); yield from (0xF0000, 0x10FFFF)
def digest(f):
    h = hashlib.sha256()
    for c in planes():
        h.update(f(chr(c)).encode("utf-8","surrogatepass"))
        h.update(b'\n')
    return h.hexdigest()[:16]
for f in (u.category,u.bidirectional,u.east_asian_width,u.decomposition): print(f.__name__, digest(f))
for f in (u.combining,u.mirrored): print(f.__name__, digest(lambda c: str(f(c))))
for f in (u.decimal,u.digit,u.numeric): print(f.__name__, digest(lambda c: str(f(c,None))))
print('name', digest(lambda c: u.name(c,'')))
for form in ('NFC','NFD','NFKC','NFKD'): print(form, digest(lambda c: u.normalize(form,c)))
for n in 'upper lower title casefold swapcase capitalize'.split():
    print(n, digest(lambda c: getattr(c,n)()))
for n in 'isalpha isdigit isdecimal isnumeric isalnum isspace isupper islower istitle isprintable isidentifier'.split():
    print(n, digest(lambda c: str(getattr(c,n)())))
print('part', digest(lambda c: str(('a'+c).isidentifier())))
print('Alo', digest(lambda c: ('A'+c+'Σ').lower()))
print('lookup', all(u.lookup(u.name(chr(c)))==chr(c) for c in [*range(0,0x3000,7),*range(0xAC00,0xD7A4,97),*range(0x1F300,0x1F700,5),*range(0xA000,0xA200)] if u.name(chr(c),'')))
