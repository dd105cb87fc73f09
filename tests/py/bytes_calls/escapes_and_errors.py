# Named characters in escapes, bytes in errors, and encodings that nobody asks for.
for b in (rb'\N{LATIN SMALL LETTER A}x', rb'\N', rb'a\N{', rb'\N{}z', rb'\N{NO SUCH}z', rb'\Nx', rb'\N{DIGIT ONE}\x41', rb'\N{LATIN SMALL LETTER A'):
    for e in ('strict','replace','ignore'):
        try: print(b.decode('unicode_escape', e))
        except Exception as x: print(repr(x))
for f in (lambda: int(bytearray(b'q')), lambda: int(bytearray(b'q'),5), lambda: int(b'q',0), lambda: b''.decode('nosuch'), lambda: str(b'','nosuch'), lambda: bytearray().decode('nosuch'), lambda: b'x'.decode('nosuch'), lambda: ''.encode('nosuch'), lambda: open(-1), lambda: open(77), lambda: open(2**70)):
    try: print(repr(f()))
    except Exception as x: print(repr(x))
