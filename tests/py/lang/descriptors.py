# Precedence of data and non-data descriptors, instance attributes, __getattr__, class attributes.
class Data:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return f"data {self.name} {obj is not None}"

    def __set__(self, obj, value):
        obj.__dict__["_" + self.name] = value

    def __delete__(self, obj):
        print("delete", self.name)


class NonData:
    def __get__(self, obj, owner=None):
        return "nondata"


class Host:
    d = Data("d")
    n = NonData()
    c = "class"

    def __getattr__(self, name):
        return "fallback " + name


h = Host()
print(h.d, Host.d, h.n, h.c, h.zzz)
h.__dict__.update(d="instance d", n="instance n", c="instance c")
print(h.d, h.n, h.c)
h.d = 5
print(h._d)
del h.d
print(type(Host.__dict__["d"]).__name__)


class Cached:
    def __init__(self, f):
        self.f = f

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        value = self.f(obj)
        obj.__dict__[self.name] = value
        return value


class Uses:
    calls = 0

    @Cached
    def heavy(self):
        Uses.calls += 1
        return Uses.calls


u = Uses()
print(u.heavy, u.heavy, Uses().heavy, Uses.heavy.name)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.attr = "_" + name

    def __get__(self, obj, owner):
        return getattr(obj, self.attr, None) if obj else self

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.attr[1:]} must be {self.kind.__name__}")
        setattr(obj, self.attr, value)


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person("a", 3)
print(p.name, p.age, vars(p))
try:
    p.age = "x"
except TypeError as e:
    print(e)


class Prop:
    x = property(lambda self: self._x, lambda self, v: setattr(self, "_x", v * 2), doc="the x")


q = Prop()
q.x = 4
print(q.x, Prop.x.__doc__, isinstance(Prop.x, property))


class Base:
    @property
    def v(self):
        return "base"


class Derived(Base):
    @property
    def v(self):
        return "derived of " + super().v


print(Derived().v)


class Interceptor:
    def __init__(self):
        self.real = 1

    def __getattribute__(self, name):
        if name.startswith("no"):
            raise AttributeError("blocked " + name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return "getattr " + name


i = Interceptor()
print(i.real, i.nothing, hasattr(i, "nope"))
f = lambda self: "instance function"
i.f = f
print(i.f("x"))
Interceptor.g = f
print(i.g())


class Meta(type):
    @property
    def shout(cls):
        return cls.__name__.upper()

    def __getattr__(cls, name):
        return "meta " + name

    def __contains__(cls, x):
        return x == 5

    def __iter__(cls):
        return iter([1, 2])

    def __getitem__(cls, k):
        return ("item", k)


class WithMeta(metaclass=Meta):
    pass


print(WithMeta.shout, WithMeta.unknown, 5 in WithMeta, list(WithMeta), WithMeta["k"])
try:
    WithMeta().shout
except AttributeError as e:
    print(e)
