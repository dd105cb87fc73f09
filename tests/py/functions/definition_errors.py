# Parameter lists and calls that are no syntax.
for code in ["def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass", "def f(*a, *b): pass", "def f(/): pass", "def f(a, /, b, /): pass", "def f(*a, /): pass", "def f(a, *, /): pass", "def f(**k, **l): pass", "def f(*a=1): pass", "def f(**k=1): pass", "def f(1): pass", "def f((a, b)): pass", "lambda a, a: 0", "lambda a=1, b: 0", "f(a=1, 2)", "f(**k, 1)", "f(**k, *a)", "f(a=1, a=2)", "f(1=2)", "f(a.b=1)", "f(x for x in y, 1)", "f(1, x for x in y)", "f(x for x in y)", "f(*)", "f(**)", "f(a, , b)", "f(,)", "def f(a,): pass", "def f(*a,): pass", "def f(**k,): pass", "def f(,): pass", "def f(a b): pass", "def f(a:): pass", "def f", "def f()", "def f(): ", "class", "class C(", "class C(a b): pass", "class C(*a, **k): pass", "def f(a, *, b, c=1, d): pass", "lambda x: yield", "lambda: (yield)", "f(True=1)", "f(a:=1)", "f(a=b:=1)", "def f(a, (b)): pass", "print 1", "print 'a', b", "exec 'x'", "f(a for a in b, c for c in d)", "f(a=1, *b)", "def f(x: int = 1, /, *, y: str, **z: dict) -> list: pass", "def f(self.x): pass", "def 1f(): pass", "def f(*args, a=1, b): pass", "def f(a, *, b=1, c, **d): pass"]:
    try:
        compile(code, "f", "exec")
        print(code, "compiles")
    except SyntaxError as e:
        print(code, "->", e.msg, e.offset)
