import inspect
from typing import Optional, List
def plain(a, b=1, *rest, key, other="x", **more): pass
def only(a, b, /, c, *, d=None): pass
def hints(a: int, b: "str" = "q", *c: float, d: Optional[int] = None, e: List[int] = (), **f: dict) -> bool: pass
def none(): pass
class A:
    def __init__(self, x, y=2): pass
    def method(self, z): pass
    @classmethod
    def make(cls, q=1): pass
    @staticmethod
    def free(w): pass
    def __call__(self, v): pass
class New:
    def __new__(cls, n): return object.__new__(cls)
class Bare: pass
class Child(A): pass
for f in (plain, only, hints, none, A, A.method, A(1).method, A.make, A.free, A(1), New, Bare, Child, lambda x, *y: 0):
    print(inspect.signature(f))
print(repr(inspect.signature(only)), list(inspect.signature(only).parameters))
for bad in (3, "x", None):
    try:
        inspect.signature(bad)
    except TypeError as e:
        print(e)
