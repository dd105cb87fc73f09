# Stars in displays.
a, b = [1, 2], (3,)
print([*a, *b, 4], (*a, *b), {*a, *b} == {1, 2, 3}, {**{"x": 1}, "y": 2, **{"x": 3}}, [*"ab", *range(2), *{}], (*a,), [*[]], {**{}}, [*a][0], *a, *b)
for code in ["*a", "[**a]", "{*a: 1}", "{**a, *b}", "(*a)", "x = *a", "x = *a,", "{1: 2, *a}", "{1, **a}", "*a, b = 1, 2, 3", "f(**a, *b)", "[*a := b]", "del *a", "for *x in y: pass", "for *x, in y: pass", "a = (*b)", "[*a for a in b]", "{**k: 1}"]:
    try:
        compile(code, "f", "exec")
        print(code, "compiles")
    except SyntaxError as e:
        print(code, "->", e.msg)
