"""what cannot be assigned to"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    '1 = x',
    '"a" = x',
    'f() = x',
    'x + 1 = 2',
    'None = 1',
    'True = 1',
    '[x, f()] = 3',
    '(x for x in y) = 1',
    'lambda: 1 = 2',
    'x if y else z = 1',
    '{} = 1',
    '{1, 2} = 1',
    'f"{x}" = 1',
    '... = 1',
    '-x = 1',
    'not x = 1',
    'x and y = 1',
    'x < y = 1',
    '(x) = 1',
    '*x = 1',
    'x() += 1',
    '1 += 1',
    '(x, y) += 1',
    '[x] += 1',
    'await x = 1',
    'yield = 1',
    'x.y = 1',
    'x[0] = 1',
    'x = 1 = 2',
    'x = f() = 3',
]:
    t(text)
