"""what cannot be deleted"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'del 1',
    'del f()',
    'del x + 1',
    'del None',
    'del (x, 1)',
    'del [f()]',
    'del x, y',
    'del (x), [y]',
    'del *x',
    'del x if y else z',
    'del "a"',
    'del x.y, x[0]',
    'del ()',
    'del',
]:
    t(text)
