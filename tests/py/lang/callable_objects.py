# Everything that can be called, and what happens when calling goes wrong.
import builtins


class Meta(type):
    def __call__(cls, *a, **k):
        obj = super().__call__(*a, **k)
        obj.via_meta = True
        return obj


class M(metaclass=Meta):
    def __init__(self, v=1):
        self.v = v


class CallInstance:
    def __call__(self, *a):
        return ("called", a)


class StaticCall:
    f = CallInstance()


class Partial:
    def __init__(self, f, *a):
        self.f, self.a = f, a

    def __call__(self, *more):
        return self.f(*self.a, *more)


print(M(5).v, M().via_meta, CallInstance()(1), StaticCall().f(2), Partial(max, 3)(1, 9))
print([callable(x) for x in (len, M, M(), CallInstance(), lambda: 0, "".join, 5, None, print, type)])
for value in (5, "a", None, M(), []):
    try:
        value()
    except TypeError as e:
        print(e)


class BadInit:
    def __init__(self):
        return 5


try:
    BadInit()
except TypeError as e:
    print(e)


class NoArgs:
    pass


try:
    NoArgs(1)
except TypeError as e:
    print(e)


class WithNew:
    def __new__(cls, x):
        return x * 2


print(WithNew(4))


class Singleton:
    _one = None

    def __new__(cls, *a):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __init__(self, *a):
        self.a = a


s1, s2 = Singleton(1), Singleton(2)
print(s1 is s2, s1.a)
methods = [str.upper, "x".join, [].append]
print([m("a") if m is not methods[2] else m("q") for m in methods[:2]])
print(list(map(str.strip, [" a ", "b "])), list(map(int, "123")), list(filter(None, [0, 1, 2])))
bound = [].append
bound(1)
print(bound.__self__, type(len).__name__)
getattr(builtins, "print")("via getattr")
table = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
print({k: f(3, 4) for k, f in table.items()})
compose = lambda *fs: lambda x: x if not fs else compose(*fs[1:])(fs[0](x))
print(compose(str, len, lambda n: n * 2)(12345))
def curry(a): return lambda b: lambda c: (a, b, c)
print(curry(1)(2)(3))
