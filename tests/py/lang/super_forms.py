# super() in methods, class methods, comprehensions, nested functions, __new__, properties, with cell of a class made late.
class A:
    def f(self):
        return "A.f"

    @classmethod
    def c(cls):
        return "A.c " + cls.__name__

    @property
    def p(self):
        return "A.p"

    def __new__(cls, *a):
        return super().__new__(cls)


class B(A):
    def f(self):
        def inner():
            return super(B, self).f()
        return "B.f " + super().f() + " " + inner()

    @classmethod
    def c(cls):
        return "B.c " + super().c()

    @property
    def p(self):
        return "B.p " + super().p

    def klass(self):
        return __class__

    def __init__(self, *a):
        super().__init__()
        self.a = a

    def missing(self):
        try:
            super().nothing
        except AttributeError as e:
            return str(e)

    def reassigned(self):
        this = self
        self = None
        return super(B, this).f()


class C(B):
    def f(self):
        return "C.f " + super().f()


print(C().f(), C.c(), C().p, C().klass().__name__, C(1).a, C().missing(), C().reassigned())
try:
    super()
except RuntimeError as e:
    print(e)


def outside(self):
    return super().f()


B.outside = outside
try:
    B().outside()
except RuntimeError as e:
    print(e)
s = super(B, B())
print(s.f())


class D:
    x = 1

    def __getattribute__(self, name):
        if name == "magic":
            return 42
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        super().__setattr__(name, value + 1)

    def __repr__(self):
        return "D" + super().__repr__()[:2]

    def __eq__(self, other):
        return super().__eq__(other) is NotImplemented


d = D()
d.y = 1
print(d.magic, d.x, d.y, repr(d), d == 3)
