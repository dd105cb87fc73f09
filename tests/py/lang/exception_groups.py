# except*: splitting groups, raising from handlers, the rest going on.
def show(e, depth=0):
    print("  " * depth + type(e).__name__, e)
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            show(inner, depth + 1)


try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), KeyError(4)])])
except* ValueError as e:
    print("values")
    show(e)
except* (TypeError, KeyError) as e:
    print("others")
    show(e)
else:
    print("not printed")
finally:
    print("finally")
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError:
        print("handled value")
except ExceptionGroup as e:
    show(e)
try:
    raise ValueError("naked")
except* ValueError as e:
    show(e)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as e:
    show(e)
try:
    pass
except* Exception:
    print("not printed")
else:
    print("else")
try:
    try:
        raise TypeError("unmatched")
    except* ValueError:
        pass
except TypeError as e:
    print("through", e)
for i in range(2):
    try:
        raise ExceptionGroup("g", [ValueError(i)])
    except* ValueError as e:
        x = e.exceptions[0]
    print(x)
g = ExceptionGroup("top", [ValueError("a"), TypeError("b")])
print(g.message, g.exceptions, g.split(ValueError), g.subgroup(TypeError))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
