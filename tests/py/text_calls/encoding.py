# str: encoding.
s = 'Hello, Wörld'

for text in [
    's.encode()',
    "s.encode('ascii')",
    "s.encode('ascii', 'ignore')",
    "s.encode('latin-1')",
    "b'\\xc3\\xb6'.decode()",
    "b'\\xff'.decode()",
    "b'\\xff'.decode('utf-8', 'replace')",
    "'é'.encode('utf-16-le')",
    "s.encode('nope')",
    "'\\ud800'.encode()",
    'ascii(s)',
    's.isascii()',
    'len(s), len(s.encode())',
    "'ß'.upper()",
    "'ǅ'.lower()",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
