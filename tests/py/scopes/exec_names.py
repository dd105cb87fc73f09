# exec and eval with dictionaries of names.
g = {}
exec("a = 1\ndef f(): return a", g)
print(g["a"], g["f"](), "__builtins__" in g)
l = {}
exec("b = 2\nc = b + 1", {}, l)
print(l)
print(eval("x + y", {"x": 1}, {"y": 2}), eval(" 1 + 1 "), eval("[i for i in range(n)]", {"n": 3}))


def f():
    z = 5
    exec("z = 6")
    return z, eval("z")


print(f())
for args in [("1 +",), ("import os",), ("",), (5,), ("1", 5), ("1", {}, 5)]:
    try:
        print(eval(*args))
    except Exception as e:
        print(type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
