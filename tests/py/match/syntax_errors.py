# Patterns the compiler refuses.
for pattern in ["x | y", "[x, x]", "{'a': x, 'b': x}", "x | 1", "_ | 1", "[*a, *b]", "{**a, 'k': 1}", "{'a': 1, 'a': 2}", "1 + 2", "f'x'", "x.y()", "-x", "[x] | [y]", "x as 5", "x as y as z", "_ as x", "x as _", "a.b as c", "*x", "(*x,)", "Point(x=1, 2)", "Point(x, y=)", "{x: 1}", "{**_}", "not x", "x if y", "1 as x | 2", "lambda: 0", "...", "()", "(x)", "(x,)", "[x, *_]", "{**rest}", "None()", "'a' b'b'", "True | False", "-1", "--1", "+1", "{-1: x}", "{'a' 'b': x}", "Point(**x)", "Point(*x)", "[a, b as c]", "(a as b)", "a := 1", "{1: x, 1: y}", "x, y", "x, *y", "*x,", "1, 2 as z"]:
    try:
        compile(f"match s:\n case {pattern}: pass\n case _: pass", "f", "exec")
        print(pattern, "compiles")
    except SyntaxError as e:
        print(pattern, "->", e.msg)
