class A:
    def __init__(self): self.log = []
    def __getattr__(self, n):
        if n.startswith("dyn_"): return n[4:]
        raise AttributeError(f"no {n}")
    def __setattr__(self, n, v): object.__setattr__(self, n, v if n == "log" else (n, v))
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
a = A(); print(a.dyn_x, hasattr(a, "q"), getattr(a, "q", "dflt")); a.z = 1; print(a.z); del a.z; print(hasattr(a, "z"))
try:
    a.bad
except AttributeError as e:
    print(e)
class B:
    x = 1
    def __getattribute__(self, n):
        if n == "magic": return 42
        return super().__getattribute__(n)
print(B().magic, B().x, hasattr(B(), "nope"))
class C:
    @property
    def p(self): raise AttributeError("inner")
    def __getattr__(self, n): return "fallback " + n
print(C().p, C().other)
