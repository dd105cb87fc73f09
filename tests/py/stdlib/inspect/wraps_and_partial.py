import inspect, functools
def base(a, b, c=3, *, d=4): "doc of base"
@functools.wraps(base)
def wrapper(*args, **kwargs): return base(*args, **kwargs)
print(inspect.signature(wrapper), inspect.signature(wrapper, follow_wrapped=False), inspect.unwrap(wrapper) is base)
print(inspect.signature(functools.partial(base, 1)))
print(inspect.signature(functools.partial(base, 1, c=5)))
print(inspect.signature(functools.partial(base, d=1)))
print(inspect.signature(functools.partial(base, b=2)))
def fake(x): pass
fake.__signature__ = inspect.signature(base)
print(inspect.signature(fake))
def decorate(f):
    @functools.wraps(f)
    def inner(*a, **k): return f(*a, **k)
    return inner
@decorate
@decorate
def twice(x: int) -> str: "twice doc"
print(inspect.signature(twice), inspect.getdoc(twice), twice.__wrapped__.__wrapped__.__name__)
try:
    inspect.signature(functools.partial(base, 1, 2, 3, 4))
except ValueError as e:
    print("ValueError", str(e).split(" at ")[0][:30])
