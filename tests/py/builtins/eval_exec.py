def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
x = 10
print(eval("x + 1"), eval("a * 2", {"a": 4}), eval("a + b", {"a": 1}, {"b": 2}), eval("  1 + 1"), eval("[i for i in range(3)]"))
ns = {}
exec("y = 5\ndef f(n): return n + y", ns)
print(ns["y"], ns["f"](1))
exec("z = x * 2")
print(z)
loc = {}
exec("q = a", {"a": 1}, loc)
print(loc)
try:
    eval("1 +")
except SyntaxError as e:
    print(e.msg)
err(lambda: eval("nope_name"))
err(lambda: eval(5))
err(lambda: exec("raise ValueError('in exec')"))
code = compile("1 + 2", "<t>", "eval")
print(eval(code))
code = compile("w = 3", "<t>", "exec")
exec(code)
print(w)
def fn():
    k = 3
    return eval("k + 1")
print(fn())
