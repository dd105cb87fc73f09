"""comprehensions that cannot be read"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    '[x for]',
    '[x for x]',
    '[x for x in]',
    '[for x in y]',
    '[x in y]',
    '[x for x in y if]',
    '[*x for x in y]',
    '{x: y for x in z',
    '{x: for x in y}',
    '(x for x in y',
    '[x, y for x in z]',
    '[(x, y) for x in z]',
    '{x, y for x in z}',
    '[x for 1 in y]',
    '[x for f() in y]',
    '[x for x in y for z in]',
    '[x for x in y else z]',
    '[x if y for x in z]',
    '[x if y else z for x in w]',
    '[x := 1 for x in y]',
    '[y := 1 for x in z]',
    '[x for x in (y := z)]',
    '[lambda: x for x in y]',
    '{x: y, **z for x in w}',
    '[x for x, in y]',
    '[x for x.a in y]',
    '[x async for x in y]',
    'dict(x: 1)',
    '{1:2, 3}',
    '{1, 2:3}',
    '{:1}',
    '{1:2 3:4}',
    '{**x, 1}',
    '{*x, 1:2}',
]:
    t(text)
