def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
class A:
    x = 1
    def m(self): return 2
a = A()
print(getattr(a, "x"), getattr(a, "nope", "default"), getattr(a, "m")(), hasattr(a, "x"), hasattr(a, "y"))
setattr(a, "y", 5)
print(a.y, vars(a), a.__dict__)
delattr(a, "y")
print(hasattr(a, "y"), vars(a))
err(lambda: getattr(a, "y"))
err(lambda: getattr(a, 5))
err(lambda: getattr(a, 5, None))
err(lambda: setattr(a, 5, 1))
err(lambda: hasattr(a, 5))
err(lambda: delattr(a, "zz"))
err(lambda: setattr(1, "x", 2))
err(lambda: vars(5))
err(lambda: getattr())
class P:
    @property
    def bad(self): raise AttributeError("inner")
    @property
    def worse(self): raise ValueError("boom")
print(hasattr(P(), "bad"), getattr(P(), "bad", 3))
err(lambda: hasattr(P(), "worse"))
err(lambda: getattr(P(), "worse", 3))
err(lambda: P().bad)
class G:
    def __getattr__(self, n): return "dyn-" + n
print(getattr(G(), "foo"), hasattr(G(), "anything"))
print(sorted(k for k in vars(A) if not k.startswith("__")), [n for n in dir(a) if not n.startswith("__")])
class D:
    def __dir__(self): return ["b", "a"]
print(dir(D()))
def f():
    z = 1
    y = 2
    return sorted(locals()), dir(), sorted(vars())
print(f())
print("f" in globals(), globals()["__name__"] == __name__, [n for n in dir([]) if n[0] != "_"])
print([n for n in dir({}) if n[0] != "_"], [n for n in dir(()) if n[0] != "_"], [n for n in dir(set()) if n[0] != "_"])
