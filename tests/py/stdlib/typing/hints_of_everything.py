# What get_type_hints() says of classes, functions, TypedDicts and modules, with and without Annotated; and what it refuses.
import functools
import typing
from typing import *
class A:
    x: List[Annotated[int, 1]]
    y: 'Optional[A]'
    z: ClassVar[int] = 3
    w: Final[str] = "x"
    v: 'Dict[str, List[Annotated[int, "m"]]]'
    u: None
    t: "list[A] | None"
class B(A):
    x: Annotated[str, 2]
class D(TypedDict):
    a: Required[int]
    b: NotRequired[Annotated[str, 1]]
def f(a: int, b: 'A' = None, *args: "int", c: Optional["B"] = None, **kw: List["A"]) -> None: pass
@functools.wraps(f)
def g(*a, **k): pass
class C:
    def m(self, a: "C") -> "list[C]": ...
    p: "Callable[[int], 'C']"
def t(fn):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)
for o in A, B, D, f, g, C, C.m, C().m, 5, "x", None, [], len, typing, int, print, A():
    t(lambda: get_type_hints(o))
    t(lambda: get_type_hints(o, include_extras=True))
def bad(a: "nope"): pass
def bad2(a: "1 +"): pass
def bad3(a: 5): pass
def bad4(a: "5"): pass
for o in bad, bad2, bad3, bad4:
    t(lambda: get_type_hints(o))
t(lambda: get_type_hints(bad, {"nope": int}))
t(lambda: get_type_hints(bad, None, {"nope": str}))
