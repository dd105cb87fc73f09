# Brackets that nobody closes, or the wrong one.
for text in ["f(1, 2", "x = [1, 2\ny = 3", "x = {1: 2\n", "x = (1", "f(]", "x = (1]", "x = [1}", ")", "x = 1)", "]", "}", "f(\n  a,\n  b\ng()", "x = (\n", "print('a'", "a = [\n1,\n2,\nb = 3", "(1,\n2]\n", "{(1}", "f(a, b))"]:
    try:
        compile(text, "f.py", "exec")
        print(repr(text), "compiles")
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg, e.lineno, e.offset)
