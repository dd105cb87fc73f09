# = where == was meant, and targets that cannot be assigned.
for text in ["if x = 1: pass", "while x = 1: pass", "if a.b = c: pass", "f(a.b=1)", "f(1=2)", "f(True=1)", "f(a, b for b in c)", "(a=1)", "x = (y = 1)", "[a = 1]", "1 = x", "f() = 1", "a + b = c", "'a' = 1", "None = 1", "True = 0", "x += y = 1",
             "(a, 1) = x", "[a, f()] = x", "a, b += 1", "{a} = 1", "{} = 1", "lambda: x = 1", "x if y else z = 1", "-x = 1", "a < b = c", "a and b = c", "*a = x", "*a, *b = x", "f'{x}' = 1", "... = 1", "for 1 in x: pass", "for f() in x: pass", "with x as 1: pass", "with x as f(): pass",
             "del f()", "del 1", "del a + b", "del (a, 1)", "del *a", "(x := 1) = 2", "x := 1", "(f() := 1)", "(a.b := 1)", "(a, b := 1, 2)", "import a.b as c.d", "from a import b.c", "x: int: str", "(a, b): int", "f(): int", "x ==== y", "x = = 1", "x =! 1", "if x == 1 and y = 2: pass", "print(x = )", "assert x = 1", "return = 1", "class = 1", "a = b = ", "not x = 1", "await x = 1", "yield = 1"]:
    try:
        compile(text, "f.py", "exec")
        print(repr(text), "compiles")
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg, e.lineno, e.offset)
