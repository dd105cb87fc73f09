"""__dict__ among the slots; __class__ assignment needs the same layout"""
class Flexible:
    __slots__ = ("a", "__dict__", "__weakref__")


f = Flexible()
f.a, f.b = 1, 2
print(f.a, f.b, f.__dict__, vars(f))


class A:
    __slots__ = ("x",)


class B:
    __slots__ = ("x",)


class C:
    __slots__ = ("x", "y")


class D:
    pass


a = A()
a.x = 5
for cls in C, D:
    try:
        a.__class__ = cls
    except TypeError as e:
        print(e)
print(type(a).__name__, a.x)
