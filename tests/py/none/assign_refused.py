# Names of constants and literals cannot be assigned.
for code in ["None = 1", "True = 1", "False += 1", "del None", "def None(): pass", "def f(None): pass", "class True: pass", "import a as None", "for None in x: pass", "... = 1", "5 = x", "'a' = 1", "f() = 1", "a + b = 1", "-a = 1", "(a, 1) = 2", "[None] = 1", "{a} = 1", "{} = 1", "lambda: 0 = 1", "f'{a}' = 1", "x if y else z = 1", "a < b = 1", "not a = 1", "a.None = 1", "f(None=1)", "f(True=1)", "with a as None: pass", "None: int = 1", "x = None = 1", "(x for x in y) = 1", "[x for x in y] = 1", "await x = 1", "a and b = 1", "(a := 1) = 2", "*a = 1", "* a, * b = 1", "x + 1 += 2", "(a, b) += 1", "[a] += 1", "del f()", "del a + b", "del (a, 1)", "del *a", "for f() in x: pass", "for 1 in x: pass", "with a as 1: pass", "(1): int = 2", "(a, b): int", "[a]: int", "import a.b as c.d", "from a import b as c.d", "except: pass", "global x = 1"]:
    try:
        compile(code, "f.py", "exec")
        print(code, "compiles")
    except SyntaxError as e:
        print(code, "->", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
