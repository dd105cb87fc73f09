from functools import wraps, update_wrapper
def deco(f):
    @wraps(f)
    def inner(*a, **k):
        "inner doc"
        return f(*a, **k)
    return inner
@deco
def g(x: int) -> str:
    "g doc"
    return str(x)
print(g.__name__, g.__doc__, g.__wrapped__(1), g.__annotations__, g.__qualname__, g(2))
