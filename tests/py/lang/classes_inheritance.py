# C3 order, cooperative super, mixins, diamond, mro errors.
class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [c.__name__ for c in D.__mro__])
try:
    class Bad(A, B):
        pass
except TypeError as e:
    print(str(e).split("\n")[0])


class Base:
    registry = []

    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, tag))


class First(Base, tag="one"):
    pass


class Second(First):
    pass


print(Base.registry)


class Named:
    def __set_name__(self, owner, name):
        self.name = (owner.__name__, name)


class Uses:
    field = Named()


print(Uses.field.name)


class Explicit(B):
    def who(self):
        return ["E"] + super(B, self).who()


print(Explicit().who())


class Static:
    @classmethod
    def make(cls):
        return cls.__name__


class Child(Static):
    @classmethod
    def make(cls):
        return "child of " + super().make()


print(Child.make())


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
print(s.a, hasattr(s, "b"))


class Callable:
    def __call__(self, *args, **kw):
        return args, kw


print(Callable()(1, k=2), callable(Callable()), callable(3))


class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.made_by = "Meta"
        cls.options = kw
        return cls

    def __call__(cls, *args):
        print("calling", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 42


class WithMeta(metaclass=Meta, flag=True):
    def __init__(self, x):
        self.x = x


print(WithMeta(3).x, WithMeta.made_by, WithMeta.options, len(WithMeta), type(WithMeta).__name__)


class Sub(WithMeta):
    pass


print(type(Sub).__name__, Sub(4).x)
Dynamic = type("Dynamic", (A,), {"extra": 5})
print(Dynamic().who(), Dynamic.extra)
