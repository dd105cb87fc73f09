import copy
class Reduced:
    def __init__(self, a): self.a = a
    def __reduce__(self): return Reduced, (self.a * 2,)
class State:
    def __init__(self): self.x, self.y = 1, [2]
    def __getstate__(self): return {"x": self.x + 10, "y": self.y}
    def __setstate__(self, s): self.__dict__.update(s); self.restored = True
class NewArgs:
    def __new__(cls, v): o = object.__new__(cls); o.v = v; return o
    def __getnewargs__(self): return (self.v,)
class Slots:
    __slots__ = ("a", "b")
class Plain: pass
r = copy.copy(Reduced(3)); print(r.a, copy.deepcopy(Reduced([1])).a)
s = State(); c = copy.copy(s); d = copy.deepcopy(s); print(c.x, c.restored, c.y is s.y, d.y is s.y, d.x)
print(copy.copy(NewArgs(5)).v, copy.deepcopy(NewArgs([6])).v)
o = Slots(); o.a = [1]; p = copy.copy(o); q = copy.deepcopy(o); print(p.a is o.a, q.a is o.a, hasattr(q, "b"))
x = Plain(); x.self = x; x.l = [x]; y = copy.deepcopy(x); print(y.self is y, y.l[0] is y, y is x)
