# locals() is one dict for each call: brought up to date, and what is put there stays.
def f(p):
    a = 1
    d = locals()
    b = 2
    print(list(d), list(locals()), d is locals(), list(d))
    del a
    print(list(locals()))
    a = 5
    print(list(locals()))
    d["new"] = 7
    d["b"] = 9
    print(locals(), b)
    exec("q = 4")
    print(list(locals()))
    try:
        print(q)
    except NameError as e:
        print(e)
    print(eval("q"), eval("[k for k in locals()]") is not None)
    exec("b = 100")
    print(b, locals()["b"])
def g(n):
    x = n
    if n: g(n - 1)
    print(locals())
def gen():
    y = 1
    yield locals()
    z = 2
    yield locals()
f(0)
g(2)
print([dict(x) for x in gen()], [len(x) for x in list(gen())])
class C:
    v = 1
    print(sorted(k for k in locals() if not k.startswith("_")))
def h():
    def inner(): return k
    k = 3
    d = locals()
    k = 4
    print(d["k"], locals()["k"], d["k"], vars() is locals(), dir())
h()


def of_the_frame():
    import sys

    hidden = 1
    frame = sys._getframe()
    print("hidden" in frame.f_locals, hasattr(frame, "hidden"))


of_the_frame()
