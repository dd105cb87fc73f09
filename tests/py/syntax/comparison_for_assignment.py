"""= where == was meant, and the other way"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'if x = 1: pass',
    'while x = 1: pass',
    'f(x = 1, y == 2)',
    'print(a.b = 1)',
    'f(a.b=1)',
    'f(1=2)',
    'f(True=1)',
    'f(x+1=2)',
    'f((x)=1)',
    'x == 1 = 2',
    '(x = 1)',
    '[x = 1]',
    '{x = 1}',
    'elif x = 1: pass',
    'lambda: x = 1',
    'x := 1',
    '(x := 1)',
    'f(x := 1)',
    'f(a=x := 1)',
    'x[y := 1]',
    '(x.y := 1)',
    '(x[0] := 1)',
    '((x, y) := 1)',
]:
    t(text)
