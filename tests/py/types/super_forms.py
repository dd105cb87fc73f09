class A:
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @property
    def p(self): return "A.p"
class B(A):
    def f(self): return "B>" + super().f() + super(B, self).f()
    @classmethod
    def c(cls): return "B>" + super().c()
    @property
    def p(self): return "B>" + super().p
    def g(self): return super().nope
    def __init__(self): super().__init__()
print(B().f(), B.c(), B().p, super(B, B()).f())
try:
    B().g()
except AttributeError as e:
    print(e)
class C(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.n = 1
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def __getitem__(self, k): return super().__getitem__(k) + 1
c = C(a=1); c["b"] = 5; print(c["a"], c["b"], c, c.n, c.get("b"), list(c.items()))
class L(list):
    def __len__(self): return super().__len__() + 10
    def __contains__(self, x): return True
    def __iter__(self): return iter([9])
print(len(L([1])), 5 in L(), list(L([1, 2])), bool(L()), [x for x in L()])
