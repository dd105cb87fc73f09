from dataclasses import dataclass, field
@dataclass(slots=True)
class S:
    a: int
    hidden: str = field(default="h", repr=False, compare=False)
print(S(1), S(1, "x") == S(1, "y"))
@dataclass(repr=False, eq=False)
class R:
    a: int
print(R(1) == R(1))
