# exec, eval, compile, locals and globals given.
space = {"x": 5}
exec("y = x + 1\ndef f():\n    return y * 2", space)
print(space["y"], space["f"]())
print(eval("a + b", {"a": 1, "b": 2}), eval("q", {}, {"q": 7}))
names = {}
exec("z = 1\nclass K:\n    v = 2\n", {}, names)
print(sorted(names), names["K"].v)
code = compile("1 + 1", "<s>", "eval")
print(eval(code), type(code).__name__)
statements = compile("r = 3\n", "<s>", "exec")
exec(statements, space)
print(space["r"])


def function():
    local = 3
    return eval("local + 1"), sorted(locals())


print(function())
exec("module_level = 9")
print(module_level)
for source in ("return 5", "break", "def f(a, a): pass", "yield 1", "f(a=1, a=2)", "x = = 1", "nonlocal x"):
    try:
        exec(source)
    except SyntaxError as e:
        print(source, "->", type(e).__name__, e.msg)
try:
    eval("1 +")
except SyntaxError as e:
    print(type(e).__name__)
print(eval("[i for i in range(n)]", {"n": 3}), eval(" 1 + 2 "))
print(eval("(lambda k: k * m)(2)", {"m": 21}))
