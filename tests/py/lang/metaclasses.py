# Class creation step by step: __prepare__, __new__, __init__, __call__, conflicts, attributes of classes.
class Trace(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {}

    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")))
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *a):
        print("call", cls.__name__, a)
        return super().__call__(*a)

    def __instancecheck__(cls, obj):
        return obj == "instance" or super().__instancecheck__(obj)

    def __subclasscheck__(cls, other):
        return other is int or super().__subclasscheck__(other)

    def helper(cls):
        return "helped " + cls.__name__


class A(metaclass=Trace, option=1):
    x = 1

    def __init__(self, v=0):
        self.v = v


class B(A):
    y = 2


b = B(5)
print(b.v, B.helper(), isinstance("instance", A), issubclass(int, A), isinstance(b, A), type(B).__name__, isinstance(3, B))
try:
    b.helper
except AttributeError as e:
    print(e)


class Other(type):
    pass


try:
    class Conflict(A, metaclass=Other):
        pass
except TypeError as e:
    print(str(e)[:18])


class Registry(type):
    classes = {}

    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if bases:
            Registry.classes[name.lower()] = cls


class Plugin(metaclass=Registry):
    pass


class Json(Plugin):
    pass


class Csv(Plugin):
    pass


print({k: v.__name__ for k, v in Registry.classes.items()})


class Auto:
    def __init_subclass__(cls, /, prefix="", **kw):
        super().__init_subclass__(**kw)
        cls.label = prefix + cls.__name__


class One(Auto, prefix="p_"):
    pass


print(One.label)
try:
    class Two(Auto, wrong=1):
        pass
except TypeError as e:
    print("TypeError", "wrong" in str(e) or "no keyword" in str(e))
T = type("T", (object,), {"a": 1, "m": lambda self: self.a})
print(T().m(), T.__name__, T.__bases__, type(T))
t = Trace("Made", (), {"z": 1})
print(t.z, t.helper())
T.b = 5
print(T().b, hasattr(T, "c"))
T.__name__ = "Renamed"
print(T.__name__, repr(T).split(".")[-1])
print(object.__bases__, type.__bases__, type(type) is type, isinstance(type, object), issubclass(type, object))


class Ordered:
    z = 1
    a = 2
    m = 3


print([k for k in vars(Ordered) if not k.startswith("_")])
