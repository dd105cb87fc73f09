# Attributes of functions, readable and writable.
def f(a, b: int = 2, *c, d=4, **e) -> str:
    "doc"
    x = 1
    return x


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__, type(f).__name__, f.__type_params__)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_flags & 12, c.co_firstlineno)
f.extra = 5
f.__name__ = "g"
f.__defaults__ = (10,)
f.__kwdefaults__ = None
print(f.extra, f.__dict__, f.__name__, f.__qualname__, f.__defaults__)
try:
    f(1)
except TypeError as e:
    print(e)
for code in ["f.__name__ = 5", "f.__defaults__ = 5", "f.__dict__ = 5", "f.__code__ = 5", "f.__qualname__ = 1", "f.__closure__ = 1", "f.__globals__ = {}"]:
    try:
        exec(code)
        print(code)
    except (TypeError, AttributeError) as e:
        print(code, "->", type(e).__name__, e)
