# str: formatting.
s = 'Hello, Wörld'

for text in [
    "f'{s!r:>20}'",
    "f'{3.14159:.2f}'",
    "f'{1234567:,}'",
    "f'{0.5:%}'",
    "f'{255:#x} {255:b} {255:o}'",
    'f\'{"a":*^5}\'',
    "f'{5:+d}'",
    "'%05.1f' % 2.345",
    "'%s and %r' % ('a', 'b')",
    "'{0} {0!r} {x}'.format(1, x=2)",
    "'{:>{w}}'.format('a', w=4)",
    "f'{10:c}'",
    'f\'{"a":d}\'',
    "'%d' % '1'",
    "f'{1e10:g} {1e-5} {1e16}'",
    "f'{True} {None} {[1]}'",
]:
    try:
        result = eval(text)
        print(text, "->", result if not hasattr(result, '__next__') else list(result))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
