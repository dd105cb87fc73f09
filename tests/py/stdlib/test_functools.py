from functools import *
calls = []
@lru_cache(maxsize=2)
def f(x, y=1):
    "doc"
    calls.append(x); return x + y
print(f(1), f(1), f(2), f(3), f(1), calls, f.cache_info(), f.__name__, f.__doc__, f.__wrapped__(1))
f.cache_clear(); print(f.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80))
p = partial(int, base=2); print(p("101"), p.func, p.keywords, partial(partial(max, 1), 2)(3))
def deco(g):
    @wraps(g)
    def inner(*a, **k):
        "inner"
        return g(*a, **k)
    return inner
@deco
def named():
    "named doc"
print(named.__name__, named.__doc__, named.__wrapped__.__name__)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 5), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
class C:
    n = 0
    @cached_property
    def v(self): self.n += 1; return self.n
    @lru_cache
    def m(self, k): return k * 2
    def base(self, a, b): return a, b
    half = partialmethod(base, 1)
c = C(); print(c.v, c.v, c.m(3), c.half(2))
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) <= T(2), T(3) > T(2), T(2) >= T(2))
@singledispatch
def show(x): return "any"
@show.register
def _(x: int): return "int"
@show.register(str)
def _(x): return "str"
print(show(1), show("a"), show(1.5), show(True))
