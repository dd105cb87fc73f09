def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
class A:
    def f(self): return "A"
    def __init__(self): self.log = ["A"]
    @classmethod
    def c(cls): return "A." + cls.__name__
    @property
    def p(self): return "Ap"
class B(A):
    def f(self): return "B" + super().f()
    def __init__(self):
        super().__init__()
        self.log.append("B")
class C(A):
    def f(self): return "C" + super().f()
    def __init__(self):
        super().__init__()
        self.log.append("C")
class D(B, C):
    def f(self): return "D" + super().f()
    def __init__(self):
        super().__init__()
        self.log.append("D")
    @classmethod
    def c(cls): return "D+" + super().c()
    @property
    def p(self): return "D" + super().p
    def explicit(self): return super(B, self).f()
d = D()
print(d.f(), d.log, D.c(), d.p, d.explicit(), super(D, d).f(), super(A, d).__init__ is not None)
err(lambda: super(D, d).nothing)
err(lambda: super(D, 5))
err(lambda: super(5, d))
def free(): return super()
err(free)
class E(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
    def __getitem__(self, k): return super().__getitem__(k) * 10
    def __repr__(self): return "E" + super().__repr__()
    def __eq__(self, o): return super().__eq__(o)
    def __len__(self): return super().__len__() + 100
    def __contains__(self, k): return super().__contains__(k)
    def __iter__(self): return super().__iter__()
    def __setattr__(self, k, v): super().__setattr__(k, ("set", v))
    def __getattribute__(self, k): return super().__getattribute__(k)
    def __delitem__(self, k): super().__delitem__(k)
e = E()
e["a"] = 1
e.z = 5
print(e, e["a"], e == {"a": 2}, len(e), "a" in e, list(e), e.z)
del e["a"]
print(e)
class N:
    def __new__(cls, *a):
        o = super().__new__(cls)
        o.made = a
        return o
    def __init_subclass__(cls, tag=None, **k):
        super().__init_subclass__(**k)
        cls.tag = tag
    def __str__(self): return "str:" + super().__repr__()[:2]
    def __hash__(self): return super().__hash__()
class O(N, tag="t"): pass
print(O(1, 2).made, O.tag, str(O()), isinstance(hash(O()), int))
def inner(self):
    return [super(B, self).f() for _ in range(2)]
print(inner(d))
class F(A):
    def f(self):
        g = lambda: super(F, self).f()
        return g() + "".join([super(F, self).f() for _ in (1, 2)])
    def h(self):
        def nested(): return super(F, self).f()
        return __class__.__name__ + nested()
print(F().f(), F().h())
