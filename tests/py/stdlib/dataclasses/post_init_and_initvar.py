from dataclasses import dataclass, InitVar, field
from typing import ClassVar
@dataclass
class C:
    a: int
    scale: InitVar[int] = 1
    total: int = field(init=False)
    kind: ClassVar[str] = "k"
    def __post_init__(self, scale): self.total = self.a * scale
print(C(3, 4), C(2).total, C.kind)
