# Methods called in every way, spreads, keyword order, evaluation order, chained calls.
log = []


def t(x):
    log.append(x)
    return x


def f(*args, **kw):
    return args, kw


f(t(1), *[t(2)], t(3), a=t(4), **{"b": t(5)}, c=t(6))
print(log)
print(f(*(), **{}), f(**{"a b": 1}), f(1, *[2], *"ab", x=1, **{"y": 2}))


class A:
    def m(self, *a, **k):
        return a, k

    @staticmethod
    def s(*a):
        return a

    @classmethod
    def c(cls, *a):
        return cls.__name__, a

    attr = staticmethod(lambda x: x * 2)
    plain = lambda self, x=1: x

    def chain(self):
        return self


a = A()
print(a.m(1, k=2), a.m(*[1, 2], **{"z": 1}), A.m(a, 5), a.s(1), A.s(2), a.c(3), A.c(4), a.attr(4), a.plain(), a.plain(x=9))
print(a.chain().chain().m("x"))
a.own = lambda *args: args
print(a.own(1))
m = a.m
print(m(7), list(map(a.s, [1, 2])))
print("abc".upper(), "a-b".split("-"), [3, 1, 2].index(1), {"a": 1}.get("b", 5), str.upper("x"), list.__len__([1]))
print((lambda x, /, y, *, z: (x, y, z))(1, y=2, z=3))
print(max([1, 5, 3], key=lambda v: -v), sorted(["bb", "a"], key=len))


def kw_order(**kw):
    return list(kw)


print(kw_order(z=1, a=2, m=3))


def defaults(a, b=[]):
    b.append(a)
    return b


defaults(1)
print(defaults(2))


def many(a, b, c, d, e, f, g, h, i, j, k, l):
    return a + l


print(many(*range(12)), many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, l=12))


class Callable:
    def __call__(self, x, y=0):
        return x + y


c = Callable()
print(c(1), c(1, y=2), c(*[1, 2]), c(**{"x": 5}))
try:
    f(**{1: 2})
except TypeError as e:
    print(e)
try:
    print(**{"nope": 1})
except TypeError as e:
    print(type(e).__name__)
deep = lambda n: n if n == 0 else deep(n - 1)
print(deep(300))


def infinite(n):
    return infinite(n + 1)


try:
    infinite(0)
except RecursionError as e:
    print(str(e)[:32])


class Rec:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Rec().a
except RecursionError as e:
    print("RecursionError")
