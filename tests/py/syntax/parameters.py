"""parameters in the wrong order"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    'def f(a=1, b): pass',
    'def f(*a, *b): pass',
    'def f(**a, b): pass',
    'def f(**a, *b): pass',
    'def f(*): pass',
    'def f(*, **k): pass',
    'def f(a, a): pass',
    'def f(/): pass',
    'def f(a, /, b, /): pass',
    'def f(*, a, /): pass',
    'def f(*a=1): pass',
    'def f(**a=1): pass',
    'def f(a, *, b=1, c): pass',
    'def f(1): pass',
    'def f(a.b): pass',
    'def f(a=): pass',
    'def f("a"): pass',
    'def f(None): pass',
    'lambda a=1, b: 1',
    'lambda *a, *b: 1',
    'lambda a, a: 1',
    'def f(a:int=1, b:str): pass',
    'def f(*, a): pass',
    'def f(a, b=1, *c, d, **e): pass',
    'def f(a b): pass',
    'def f(a, b=1, /, c): pass',
    'def f(a,): pass',
    'def f(,a): pass',
    'def f(*a,): pass',
    'def f(*args: *T): pass',
    'def f(**kw: *T): pass',
]:
    t(text)
