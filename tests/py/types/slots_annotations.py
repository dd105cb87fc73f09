class A:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1; self.b = 2
a = A(); print(a.a, a.b, A.__slots__)
class B:
    x: int
    y: "str" = "q"
    z: list = None
print(B.__annotations__, hasattr(B, "x"), B.y, B.__dict__["y"], sorted(k for k in vars(B) if not k.startswith("__")))
def f(a: int, b: "x" = 2) -> str: "doc"; return a
print(f.__annotations__, f.__doc__, f.__name__, f.__defaults__, f.__module__)
b = B(); b.k = 1; b.__dict__["j"] = 2; print(b.j, vars(b), sorted(d for d in dir(b) if not d.startswith("__")))
b.__dict__ = {"n": 1}; print(b.n, hasattr(b, "k"))
for n in ("__init__", "__repr__", "__eq__", "__hash__", "__class__", "__dict__", "__doc__", "__module__", "__setattr__", "__str__", "__new__", "__init_subclass__", "__format__", "__getattribute__", "__dir__"):
    print(n, hasattr(b, n), hasattr(object, n) if n not in ("__dict__",) else "-")
