class P(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __repr__(self): return f"P{tuple.__repr__(self)}"
p = P(3, 4)
print(p, p.x, p == (3, 4), len(p), p + (5,), type(p[:]).__name__, isinstance(p, tuple), hash(p) == hash((3, 4)))
a, b = p
print(a, b, list(p), {p: 1}[(3, 4)])
p.extra = 1
print(p.extra)
class T(tuple): pass
print(T([1, 2]), T(), T("ab") == ("a", "b"))
