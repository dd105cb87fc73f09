"""what Python 2 allowed"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'print "a"',
    'print x',
    'print',
    'exec "x"',
    'exec x',
    'raise A, "b"',
    'except A, e: pass',
    'try:\n    pass\nexcept A, B as x:\n    pass',
    '`x`',
    '0777',
    '10L',
    'ur"a"',
    'print >>f, x',
    'def f((a, b)): pass',
    'lambda (a, b): 1',
    'raise E, V, T',
    'import a.b as c.d',
    'from a import (b',
    'exec("x")',
    'print("a") if x else print',
]:
    t(text)
