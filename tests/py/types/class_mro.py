class O: pass
class A(O):
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__], D.mro()[1].__name__, D.__base__.__name__, [c.__name__ for c in A.__subclasses__()])
for bases in ((A, B), (O, D, A), (int, str), (bool,), (1,)):
    try:
        type("X", bases, {})
    except TypeError as e:
        print(e)
class L(list):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(5); print(l, len(l), type(l).__name__, l + [1], isinstance(l, list), l == [1, 10])
class DD(dict):
    def __missing__(self, k): return k * 2
d = DD(a=1); print(d["a"], d["zz"], d, d.get("q"), "zz" in d)
