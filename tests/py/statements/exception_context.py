# __context__ and __cause__ of exceptions raised while others are handled.
def chain(e):
    out = []
    while e:
        out.append(f"{type(e).__name__}({e})")
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    return " <- ".join(out)


try:
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise KeyError("b")
    except KeyError as e:
        raise TypeError("c") from e
except TypeError as e:
    print(chain(e))
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("b") from None
except KeyError as e:
    print(chain(e), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError("a")
    finally:
        raise KeyError("in finally")
except KeyError as e:
    print(chain(e))
e = ValueError("x")
e.__cause__ = KeyError("set")
print(e.__suppress_context__, chain(e))
for attribute, value in [("__cause__", 5), ("__context__", "x"), ("__traceback__", 5), ("args", 5)]:
    try:
        setattr(e, attribute, value)
    except TypeError as error:
        print(error)
