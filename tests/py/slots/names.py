"""what __slots__ may hold"""
def t(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


class One:
    __slots__ = "word"


class Many:
    __slots__ = ["a", "b"]


class Documented:
    __slots__ = {"a": "first", "b": "second"}


class Generated:
    __slots__ = (n for n in ("p", "q"))


for cls in One, Many, Documented, Generated:
    o = cls()
    print(cls.__name__, sorted(n for n in dir(o) if n[0] != "_"), hasattr(o, "__dict__"))
t(lambda: type("C", (), {"__slots__": (1,)}))
t(lambda: type("C", (), {"__slots__": 1}))
t(lambda: type("C", (), {"__slots__": ("a b",)}))
t(lambda: type("C", (), {"__slots__": ("",)}))
t(lambda: type("C", (), {"__slots__": ("a",), "a": 1}))
t(lambda: type("C", (), {"__slots__": ("__dict__", "__dict__")}))
t(lambda: type("C", (), {"__slots__": ()})().__class__.__name__)
t(lambda: hasattr(type("C", (), {"__slots__": ("__dict__", "a")})(), "__dict__"))
t(lambda: type("C", (int,), {"__slots__": ("a",)}))
t(lambda: type("C", (tuple,), {"__slots__": ("a",)}))
t(lambda: type("C", (bytes,), {"__slots__": ("a",)}))
t(lambda: type("C", (int,), {"__slots__": ()})(5))
