def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(type(1), type("a").__name__, type([]) is list, type(None), type(type), type(int) is type, type(len).__name__, type(lambda: 1).__name__)
X = type("X", (), {"a": 1, "f": lambda self: self.a})
print(X.__name__, X().f(), X.__bases__, X.__mro__[1] is object)
Y = type("Y", (X,), {})
print(Y().a, issubclass(Y, X))
err(lambda: type())
err(lambda: type("a", ()))
err(lambda: type(1, (), {}))
print(int(), str(), float(), list(), dict(), bool(), tuple(), bytes(), set(), frozenset(), object() is not None)
print(int.__name__, int.__module__, X.__module__ == __name__, [].__class__, (5).__class__.__name__)
print(str(int), repr(list), str(X).endswith(".X'>"), NotImplemented, Ellipsis, ...)
print(bool("a"), bool(0.0), bool([0]), bool(None))
