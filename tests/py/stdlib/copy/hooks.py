import copy
class A:
    def __init__(self, x): self.x = x
    def __copy__(self): return A("copied")
    def __deepcopy__(self, memo): return A("deep")
a = A(1); print(copy.copy(a).x, copy.deepcopy(a).x, copy.deepcopy([a])[0].x)
class S:
    __slots__ = ("p", "q")
s = S(); s.p = [1]; t = copy.deepcopy(s); print(t.p, t.p is s.p, hasattr(t, "q"))
