"""slots of bases, and when there is a __dict__ again"""
def t(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


class Base:
    __slots__ = ("a",)


class Slotted(Base):
    __slots__ = ("b",)


class Open(Base):
    pass


class OpenBelow(Open):
    __slots__ = ("c",)


class Plain:
    pass


class Late(Plain):
    __slots__ = ("d",)


for cls in Base, Slotted, Open, OpenBelow, Late:
    o = cls()
    for name in "abcdz":
        try:
            setattr(o, name, name.upper())
        except AttributeError as e:
            print(e)
    print(cls.__name__, [getattr(o, n, "-") for n in "abcdz"], getattr(o, "__dict__", None))


class Left:
    __slots__ = ("l",)


class Right:
    __slots__ = ("r",)


class Empty:
    __slots__ = ()


t(lambda: type("Both", (Left, Right), {}))
t(lambda: type("Fine", (Left, Empty), {"__slots__": ()}).__mro__[1].__name__)
t(lambda: type("Fine", (Empty, Left), {"__slots__": ("m",)}).__base__.__name__)
t(lambda: hasattr(type("Fine", (Empty, Left), {"__slots__": ()})(), "__dict__"))


class Shadow(Base):
    __slots__ = ("a",)


s = Shadow()
s.a = 1
t(lambda: (s.a, Base.a.__get__(s)))
