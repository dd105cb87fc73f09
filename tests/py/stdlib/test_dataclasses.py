from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, InitVar, FrozenInstanceError, KW_ONLY
from typing import ClassVar
@dataclass
class A:
    x: int
    y: list = field(default_factory=list)
    z: str = "q"
    c: ClassVar[int] = 3
print(A(1), A(1, [2]), A(1) == A(1), asdict(A(1, [3])), astuple(A(2)), [f.name for f in fields(A)], is_dataclass(A))
try: A()
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class B:
    a: int
    b: int = 2
print(B(1) < B(2), hash(B(1)) == hash(B(1)), replace(B(1), b=5), sorted([B(3), B(1)]))
try: B(1).a = 3
except FrozenInstanceError as e: print(e)
@dataclass
class C(A):
    w: int = 0
    i: InitVar[int] = 4
    def __post_init__(self, i): self.w = i * 2
print(C(1, i=7))
@dataclass(kw_only=True, slots=True)
class D:
    p: int
    q: int = field(default=1, repr=False, compare=False)
print(D(p=2), D(p=2, q=9) == D(p=2))
@dataclass
class E:
    a: int
    _: KW_ONLY
    b: int = 3
print(E(1, b=4), E.__match_args__)
try:
    @dataclass
    class F:
        x: list = []
except ValueError as e: print(e)
match E(1):
    case E(a): print("matched", a)
