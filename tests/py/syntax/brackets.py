"""brackets that do not match"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    '(',
    '[',
    '{',
    '(1, 2',
    '[1, 2)',
    '{1: 2]',
    '(1))',
    ')',
    'f(1, 2',
    'f(1, [2, 3)',
    'x = [\n1,\n2',
    'x = (1\ny = 2',
    '{"a": 1',
    '"(" ")"',
    'f((1)',
    'print("a"\nprint("b")',
    '[1, 2\nx = 3',
    'x = {\n"a": 1\n"b": 2}',
    '(((',
    '())',
]:
    t(text)
