import inspect
def f(a, b=2, *c, d, e=5, **g) -> int: pass
print(inspect.getfullargspec(f))
print(inspect.getfullargspec(lambda x, y: 0))
class K:
    def m(self, a, *, k=1): pass
print(inspect.getfullargspec(K.m), inspect.getfullargspec(K().m).args)
print(inspect.getcallargs(f, 1, 2, 3, d=4, z=9))
try:
    inspect.getcallargs(f, 1)
except TypeError as e:
    print(type(e).__name__)
try:
    inspect.getfullargspec(3)
except TypeError as e:
    print(e)
x = 10
def closure():
    y = 20
    def inner(): return x + y + len("a") + undefined_name
    return inner
print(inspect.getclosurevars(closure()))
print(inspect.getattr_static(K, "m") is K.__dict__["m"], inspect.getattr_static(K(), "nope", "default"))
