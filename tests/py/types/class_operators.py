class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"
    def __add__(self, o): return V(self.n + o.n) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return f"r{o}"
    def __iadd__(self, o): self.n += 100; return self
    def __eq__(self, o): return isinstance(o, V) and self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __neg__(self): return V(-self.n)
    def __invert__(self): return "inv"
    def __abs__(self): return abs(self.n)
    def __matmul__(self, o): return "mat"
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __contains__(self, k): return k == 1
    def __len__(self): return 3
    def __call__(self, *a, **k): return a, k
    def __bool__(self): return self.n > 0
    def __hash__(self): return 7
    def __index__(self): return self.n
    def __int__(self): return 99
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, o): return "dm"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return "rpow"
    def __format__(self, s): return f"fmt:{s}"
    def __reversed__(self): return iter("rev")
v = V(2)
print(v + V(3), 5 + v, v == V(2), v != V(2), v != V(3), v < V(3), v > V(1), -v, ~v, abs(v), v @ 1, v[1], v[1:2], v[1, 2], 1 in v, 2 in v, len(v), v(1, a=2), bool(V(0)), hash(v), [5, 6, 7][v], int(v), round(v), round(v, 2), divmod(v, 1), v**2, pow(v, 2, 3), 2**v, f"{v:x}", list(reversed(v)), sorted([V(3), V(1)]))
v += 1; print(v); v[0] = 1; del v[0]
for f in (lambda: v + 1, lambda: v - 1, lambda: 1 - v, lambda: v <= v, lambda: +v, lambda: v << 1):
    try:
        print(f())
    except TypeError as e:
        print(e)
