# except* splits groups; the rest goes on.
def run(g):
    try:
        raise g
    except* ValueError as e:
        print("values", e.exceptions)
    except* (KeyError, IndexError) as e:
        print("lookups", e.exceptions)
    else:
        print("else")
    finally:
        print("finally")


run(ExceptionGroup("g", [ValueError(1), KeyError(2), ValueError(3)]))
try:
    run(ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("in", [KeyError(3), OSError(4)])]))
except ExceptionGroup as e:
    print("left", repr(e))
try:
    run(TypeError("plain"))
except TypeError as e:
    print("plain", e)
run(ValueError("wrapped"))
try:
    pass
except* ValueError:
    pass
else:
    print("nothing")
