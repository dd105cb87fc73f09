def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
u = int | str
print(u, int | None, None | int, int | str | None, list[int] | None, int | int, (int | str) | float, int | list[str] | dict[str, int])
print(u.__args__, (int | None).__args__, u == (str | int), u == (int | float), hash(u) == hash(str | int), type(u).__name__)
print(isinstance(5, u), isinstance(5.5, u), isinstance(None, int | None), issubclass(bool, int | str))
class A: pass
print((A | int).__args__[0] is A, int | A == A | int)
err(lambda: int | 5)
err(lambda: 5 | int)
err(lambda: int | "x")
print(isinstance(u, type(int | None)), type(u) is type(int | None))
def f(a: int | None = None) -> str | None: pass
print(f.__annotations__)
class M:
    x: int | None
    y: "list[A] | None"
    z: dict[str, int] = {}
print(M.__annotations__)
print(callable(u))
