# Subclasses of built-in types with methods of their own.
class L(list):
    def second(self): return self[1]
    def append(self, x): super().append(x * 2)


class D(dict):
    def __missing__(self, k): return k
    def __getattr__(self, k): return self[k]


class I(int):
    def __str__(self): return "I" + super().__str__()


class E(Exception):
    def __init__(self, code): self.code = code


l = L([1, 2])
l.append(3)
print(l, l.second(), l + [1], type(l + [1]).__name__, type(l[:]).__name__, type(l.copy()).__name__, len(l), l == [1, 2, 6], sorted(l), type(l * 2).__name__)
d = D(a=1)
print(d, d["q"], d.a, d.zz, d.get("q"), list(d), isinstance(d, dict))
print(I(5), I(5) + 1, [I(5)], f"{I(5)} {I(5):d}", I("7"), int(I(3)))
e = E(5)
print(e.code, e.args, str(e), repr(e))
