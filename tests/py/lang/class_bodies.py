# What class bodies can hold: loops, conditions, functions, nested classes, del, try, comprehension, names.
class Body:
    total = 0
    for i in range(4):
        total += i
    if total > 5:
        big = True
    else:
        big = False
    try:
        1 / 0
    except ZeroDivisionError:
        handled = True
    temp = 5
    del temp

    def helper(x):
        return x * 2

    doubled = helper(4)

    class Inner:
        depth = 2

        class Deeper:
            depth = 3

            def path(self):
                return type(self).__qualname__

    squares = {n: n * n for n in range(3)}
    with_lambda = lambda self, k: (self.total, k)
    locals()["dynamic"] = 1
    print(__name__, __qualname__, "inside")
    print(sorted(k for k in locals() if not k.startswith("_")))


b = Body()
print(Body.total, Body.big, Body.handled, hasattr(Body, "temp"), Body.doubled, Body.Inner.Deeper().path(), Body.squares)
print(b.with_lambda(1), Body.dynamic)


def make(base, n):
    class Local(base):
        number = n

        def get(self):
            return self.number, n, __class__.__name__

    return Local


L = make(object, 3)
print(L().get(), L.__qualname__, L.__module__)


class UsesGlobal:
    global made_global
    made_global = 7

    def set(self):
        global also_global
        also_global = 8


UsesGlobal().set()
print(made_global, also_global, hasattr(UsesGlobal, "made_global"))
value = "module"


class Reads:
    value = value

    def m(self):
        return value


print(Reads.value, Reads().m())


class Base:
    def __init__(self, *args, **kw):
        self.args = args, kw


class WithBases(*[Base], **{}):
    pass


print(WithBases(1, k=2).args)


class Entries:
    def __mro_entries__(self, bases):
        return (Base,)


class Resolved(Entries()):
    pass


print(Resolved.__bases__ == (Base,), len(Resolved.__orig_bases__))


class Prepared(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, kw)
        return {"given": "by prepare"}

    def __new__(mcls, name, bases, ns, **kw):
        return super().__new__(mcls, name, bases, dict(ns))

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)


class P(metaclass=Prepared, opt=1):
    seen = given


print(P.seen, P.given)


class Recorder(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"):
            print("set", k)
        super().__setitem__(k, v)


class RecMeta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Recorder()


class R(metaclass=RecMeta):
    a = 1

    def f(self):
        pass

    b = a + 1


print(R.b)


def func_meta(name, bases, ns):
    return (name, len(bases), ns["x"])


class F(metaclass=func_meta):
    x = 1


print(F)
