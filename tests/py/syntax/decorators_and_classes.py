"""definitions that cannot be read"""
def t(text):
    try:
        compile(text, "<text>", "exec")
        print(ascii(text), "fine")
    except SyntaxError as e:
        print(ascii(text), "->", type(e).__name__, e.msg, e.lineno, e.offset)


for text in [
    '@\ndef f(): pass',
    '@a\nx = 1',
    '@a b\ndef f(): pass',
    '@a.b[0]()\ndef f(): pass',
    'def',
    'def f',
    'def f(',
    'def f(): return',
    'def f() -> int: pass',
    'def 1(): pass',
    'def a.b(): pass',
    'class',
    'class 1: pass',
    'class A(: pass',
    'class A(B: pass',
    'class A(): pass',
    'class A:\n    x = 1\n    def f(self): pass',
    'class a.b: pass',
    'def f()(): pass',
    'async x = 1',
    'async def f(): pass',
    'async class A: pass',
    'async\ndef f(): pass',
    'lambda',
    'lambda:',
    'lambda x: ',
    'def f[T](x: T): pass',
    'class A[T: int, *Ts, **P]: pass',
    'type X = int',
    'type X[T] = list[T]',
    'type X',
    'type 1 = 2',
    'type = 5',
    'class A[T](T=1): pass',
]:
    t(text)
