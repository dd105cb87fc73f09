class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None): return (self.name, obj is None, owner.__name__)
class Data(Desc):
    def __set__(self, obj, value): obj.__dict__[self.name] = value; print("set", value)
    def __delete__(self, obj): print("del", self.name)
class A:
    d = Desc()
    e = Data()
a = A(); print(a.d, A.d, a.e)
a.d = 5; print(a.d); a.e = 6; print(a.e, a.__dict__); del a.e; del a.d; print(a.d)
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, o, t):
        if o is None: return self
        v = o.__dict__[self.f.__name__] = self.f(o)
        return v
class B:
    n = 0
    @Lazy
    def val(self): B.n += 1; return B.n
b = B(); print(b.val, b.val, B().val)
class Ro:
    @property
    def x(self): return 1
for f in (lambda: setattr(Ro(), "x", 1), lambda: delattr(Ro(), "x")):
    try:
        f()
    except AttributeError as e:
        print(e)
