from dataclasses import *
@dataclass(frozen=True, order=True)
class P: x: int; y: int = 0
p = P(1, 2); print(p < P(2), max(P(1), P(0, 9)), hash(p) == hash(P(1, 2)), {p: 1}[P(1, 2)], sorted([P(2), P(1)]))
for f in (lambda: setattr(p, "x", 2), lambda: delattr(p, "x"), lambda: p < 5):
    try:
        f()
    except (FrozenInstanceError, TypeError) as e:
        print(type(e).__name__, e)
@dataclass(slots=True)
class S: a: int; b: int = 2
s = S(1); print(s, S.__slots__, hasattr(s, "__dict__"))
@dataclass(eq=False, repr=False)
class Q: a: int
print(Q(1) == Q(1), repr(Q(1)).startswith("<"))
@dataclass(kw_only=True)
class K: a: int = 1; b: str
print(K(b="x"), K.__init__.__kwdefaults__ if False else "")
try:
    @dataclass
    class Child(P): z: int = 1
except TypeError as e:
    print(e)
