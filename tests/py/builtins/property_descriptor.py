def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
class A:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): self._x = None
    @property
    def ro(self): return "ro"
    w = property(None, lambda self, v: setattr(self, "_w", v))
    nothing = property()
a = A()
print(a.x)
a.x = 5
print(a.x, a._x)
del a.x
print(a.x, a.ro, A.x.__doc__, isinstance(A.x, property))
a.w = 3
print(a._w)
def set_ro(): a.ro = 1
err(set_ro)
def del_ro(): del a.ro
err(del_ro)
err(lambda: a.w)
err(lambda: a.nothing)
print(A.x.fget(a), A.ro.fset, type(A.x).__name__)
class B(A):
    @A.x.getter
    def x(self): return "B"
b = B()
print(b.x)
b.x = 9
print(b._x)
class Base:
    @property
    def v(self): return 1
class Sub(Base):
    @property
    def v(self): return super().v + 1
print(Sub().v)
class Lazy(property):
    def __get__(self, o, t=None):
        return self if o is None else ("lazy", super().__get__(o, t))
class L:
    @Lazy
    def p(self): return 7
print(L().p)
p = property(lambda s: 1, doc="given")
print(p.__doc__)
