class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v); return t is ValueError
with CM() as c:
    print(type(c).__name__)
with CM():
    raise ValueError("swallowed")
try:
    with CM():
        raise KeyError("k")
except KeyError as e:
    print("out", e)
class F:
    def __init__(self, n): self.n = n
    def __call__(self, *a, k=0): return self.n + sum(a) + k
f = F(1); print(f(2, 3, k=4), callable(f), list(map(f, [1, 2])), sorted([3, 1], key=F(0)))
class Deco:
    def __init__(self, fn): self.fn = fn
    def __get__(self, o, t=None): return self if o is None else (lambda *a: self.fn(o, *a) * 2)
class G:
    @Deco
    def m(self, x): return x + 1
print(G().m(4), type(G.m).__name__)
bound = [].append; bound(1); print(bound.__self__, bound.__name__, "a".join.__self__, F.__call__.__name__, f.__call__(1))
g = G(); h = g.__class__.__init__; print(g.__eq__(g), g.__ne__(g), g == g, g != G(), F(1).__call__.__func__ is F.__call__)
