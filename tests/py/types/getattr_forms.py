class A:
    v = 1
    def m(self): return self.v
a = A(); a.m = lambda: "instance"; print(a.m(), A.m(a), A().m())
a.__len__ = lambda: 5
try:
    len(a)
except TypeError as e:
    print(e)
print(getattr(a, "v"), getattr(a, "w", None), hasattr(a, "v"), setattr(a, "w", 2), a.w, delattr(a, "w"), hasattr(a, "w"), getattr("a", "upper")(), getattr(A, "m") is A.m, a.__class__.__name__)
class P:
    @property
    def bad(self): raise ValueError("inner")
    @property
    def attr(self): raise AttributeError("attr")
    @property
    def ok(self): return self._x
p = P()
for n in ("bad", "attr", "ok"):
    try:
        print(n, hasattr(p, n))
    except ValueError as e:
        print("VE", e)
    try:
        print(getattr(p, n, "default"))
    except ValueError as e:
        print("VE", e)
e = None
try:
    p.ok
except AttributeError as x:
    e = x
print(e, e.name, type(e.obj).__name__)
prop = P.__dict__["ok"]; print(type(prop).__name__, prop.fget(type("Q", (), {"_x": 7})()), P.ok is prop)
