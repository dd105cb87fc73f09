from functools import lru_cache, cache
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append(x); return x * 2
print(f(1), f(1), f(2), f(3), f(1), calls, f.cache_info())
f.cache_clear(); print(f.cache_info(), f.__wrapped__(5), f.cache_parameters())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info().hits > 0)
try:
    f([])
except TypeError as e:
    print(e)
