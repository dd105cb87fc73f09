# Raising inside except*: new errors are grouped with the rest.
def show(e, depth=0):
    print("  " * depth + type(e).__name__, e)
    for x in getattr(e, "exceptions", ()):
        show(x, depth + 1)


try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), TypeError(3)])
    except* ValueError as e:
        raise OSError("new")
    except* KeyError:
        raise
except BaseException as e:
    show(e)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise KeyError("only") from None
except BaseException as e:
    show(e)
try:
    try:
        raise ValueError("naked")
    except* ValueError as e:
        print(type(e).__name__, e.exceptions)
        raise
except BaseException as e:
    show(e)
