"""calls with arguments in the wrong order"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'f(a=1, 2)',
    'f(**a, *b)',
    'f(**a, b)',
    'f(a=1, a=2)',
    'f(*a, b)',
    'f(**a, b=1)',
    'f(a for a in b, c)',
    'f(c, a for a in b)',
    'f(a for a in b)',
    'f(, a)',
    'f(a,)',
    'f(a,,b)',
    'f(*)',
    'f(**)',
    'f(a b)',
    'f(1 2)',
    'f("a" b)',
    'f(lambda: 1)',
    'f(*a, *b, **c, **d)',
    'f(a, *b, c=1, *d)',
    'class A(b=1, C): pass',
    'class A(*b, **c): pass',
    'f(a := 1, b)',
    'f(x=1)(y)',
    'f(a.b, c)',
]:
    t(text)
