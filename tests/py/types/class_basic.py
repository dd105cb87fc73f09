class A:
    """docs"""
    x: int = 1
    def m(self): return "m"
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls): return cls.__name__
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v * 2
    @p.deleter
    def p(self): del self._p
a = A(); a.p = 4
print(a.p, a.m(), A.m(a), a.s(1), A.s(2), a.c(), A.c(), A.__doc__, A.__name__, A.__module__, A.__qualname__, A.__annotations__, A.__bases__, a.__class__ is A, a.__dict__)
del a.p
for f in (lambda: a.p, lambda: a.nope, lambda: A.nope, lambda: A(1), lambda: a.m(1), lambda: A.m(), lambda: setattr(A, "__dict__", 1) if False else a.x(), lambda: delattr(a, "zz"), lambda: a.m.zz):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
A.y = 5; print(a.y); del A.y; print(hasattr(a, "y"), hasattr(A, "x"), getattr(a, "zz", 9), "m" in dir(a), "x" in A.__dict__)
print(repr(A), A, type(A), type(a) is A, isinstance(a, A), issubclass(A, object), callable(a), callable(A))
