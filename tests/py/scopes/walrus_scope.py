# := in comprehensions binds in the surrounding function.
def f():
    total = 0
    values = [total := total + v for v in [1, 2, 3]]
    return values, total


print(f(), [last := x for x in "abc"], last)
print(any((hit := n) > 2 for n in [1, 3, 5]), hit)
for code in ["[i := 0 for i in x]", "[x for y in (y := z)]", "class C:\n [a := 1 for b in c]", "(a.b := 1)", "(a[0] := 1)", "a := 1", "f(a := 1, b=(c := 2))", "f(a=b := 1)", "((a, b) := 1)", "lambda: a := 1", "lambda: (a := 1)", "x = y := 1", "[a := 1, b := 2]", "{a := 1: 2}", "{(a := 1): 2}", "a[b := 1]", "a[b := 1, c := 2]", "a[(b := 1):2]", "def f(a=b := 1): pass", "@(a := b)\ndef f(): pass", "[j for i in x if (j := i)]", "[[(i := 0) for j in x] for i in y]", "(x := 1) = 2", "del (x := 1)", "True := 1", "with (a := b): pass", "assert a := 1", "f'{a:=5}'", "f'{(a:=5)}'"]:
    try:
        compile(code, "f", "exec")
        print(repr(code), "compiles")
    except SyntaxError as e:
        print(repr(code), "->", e.msg, e.offset)
