# Functions and classes decorated, in order, with arguments, keeping names by hand.
def tag(name):
    def wrap(f):
        print("applying", name, "to", f.__name__)

        def inner(*a, **k):
            return f"<{name}>{f(*a, **k)}</{name}>"
        inner.__name__ = f.__name__
        return inner
    return wrap


@tag("b")
@tag("i")
def hello(who="x"):
    return who


print(hello(), hello("me"), hello.__name__)


def register(cls):
    cls.registered = True
    return cls


@register
class Thing:
    pass


print(Thing.registered)
registry = {}


def route(path):
    return lambda f: registry.setdefault(path, f)


@route("/a")
def a():
    return "A"


print(registry["/a"](), a())


class Deco:
    def __init__(self, f):
        self.f = f
        self.calls = 0

    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)


@Deco
def counted(x):
    return x * 2


print(counted(1), counted(2), counted.calls)


class Props:
    def __init__(self):
        self._v = 1

    @property
    def v(self):
        "doc of v"
        return self._v

    @v.setter
    def v(self, new):
        self._v = new

    @v.deleter
    def v(self):
        self._v = "deleted"


p = Props()
p.v = 3
print(p.v)
del p.v
print(p.v, Props.v.__doc__)
try:
    class RO:
        @property
        def x(self):
            return 1
    RO().x = 5
except AttributeError as e:
    print(e)


def memo(f):
    cache = {}

    def inner(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return inner


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80))
@(lambda f: f)
def odd(): return "odd"
print(odd())
