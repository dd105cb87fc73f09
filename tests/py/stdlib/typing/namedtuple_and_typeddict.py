from typing import NamedTuple, TypedDict, Required, NotRequired
class P(NamedTuple):
    x: int
    y: str = "d"
    def both(self): return (self.x, self.y)
print(P(1), P(1).both(), P._fields, P._field_defaults, P.__annotations__, P(1) == (1, "d"))
class M(TypedDict, total=False):
    a: int
    b: Required[str]
print(M(a=1, b="x"), M.__annotations__["a"], M.__total__, sorted(M.__required_keys__), sorted(M.__optional_keys__), type(M(b="")))
Q = NamedTuple("Q", [("n", int)]); print(Q(5)); D = TypedDict("D", {"k": int}); print(D(k=1))
