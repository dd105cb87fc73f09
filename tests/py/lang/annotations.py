# Annotations of functions, modules and classes; evaluated when defined.
from typing import Any

x: int = 5
y: "later" = 1
z: list
print(__annotations__["x"], __annotations__["y"], __annotations__["z"])


def f(a: int, b: "str" = "d", *args: float, c: bool = True, **kw: dict) -> None:
    local: int = 5
    unset: str
    try:
        unset
    except UnboundLocalError as e:
        print(e)
    return local


print(f.__annotations__, f(1))


class C:
    a: int
    b: str = "v"
    c: "C" = None
    __private: int = 1

    def m(self) -> "C":
        self.attr: int = 3
        d = {}
        d["k"]: int = 4
        return d


print(C.__annotations__, C.b, hasattr(C, "a"), C().m())


def evaluated(a: print("annotation evaluated") = 1):
    pass


def lazily():
    v: undefined_thing = 1
    return v


print(lazily())
if True:
    cond: int = 1
print(sorted(__annotations__))
print((lambda: 0).__annotations__)
