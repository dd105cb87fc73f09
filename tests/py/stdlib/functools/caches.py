from functools import lru_cache, cache, cached_property
calls = []
@lru_cache(maxsize=2)
def f(x, *, k=0): calls.append((x, k)); return x * 2
print(f(1), f(1), f(2), f(3), f(1), f(1, k=0), calls, f.cache_info(), f.cache_parameters()); f.cache_clear(); print(f.cache_info(), f.__wrapped__(4), f.__name__)
@lru_cache(typed=True)
def g(x): return type(x).__name__
print(g(1), g(1.0), g.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info().hits)
class A:
    n = 0
    @cached_property
    def v(self): "doc v"; A.n += 1; return A.n
a = A(); print(a.v, a.v, A().v, a.__dict__, A.v.__doc__); del a.v; print(a.v)
try:
    f([])
except TypeError as e:
    print(e)
