# What a class defines itself stays.
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Principal:
    key: str
    value: str

    def __repr__(self):
        return f"{self.key}:{self.value}"

    def __eq__(self, other):
        return "own"


@dataclass(frozen=True)
class System(Principal):
    def __init__(self, value, *args, **keywords):
        super().__init__(key="system", value=value, *args, **keywords)


@dataclass(order=True)
class Plain:
    a: int
    b: list = field(default_factory=list)

    def __init__(self):
        self.a, self.b = 7, []


print(System("all"), System("x").key, Principal("a", "b"), Principal("a", "b") == 1, Plain(), Plain() == Plain())
