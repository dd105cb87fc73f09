# Two things side by side.
for text in ["[1 2]", "f(a b)", "x = (1 2)", "{1: 2 3: 4}", "print(a b)", "['a' b]", "f(x for x in y 1)", "def f(a b): pass", "x = 1 2", "a b", "import a b", "from a import b c", "x = 'a' 1", "return 1 2", "f(a, b c, d)", "[a, b\n c]", "for x y in z: pass", "lambda a b: 1", "class A B: pass", "x = [1, 2 3, 4]", "(a, b c)", "f(a=1 b=2)", "x = a.b c.d", "print 'a'", "print a, b", "exec 'x'", "raise A 'b'", "x = not", "x = 1 +", "x = * 2", "f(**)", "f(*)", "x = ,", "f(,)", "[,]", "x = 5 if y", "x = 5 if y else", "a.1", "a..b", "x = 1..real", "a = b c d", "def f(,): pass", "f(a,,b)", "x = {,}", "x = {1:}", "x = {:1}", "x = {1:2, **}", "x = a if b else: c"]:
    try:
        compile(text, "f.py", "exec")
        print(repr(text), "compiles")
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg, e.lineno, e.offset)
