from enum import Enum, auto, StrEnum, IntEnum
class A(Enum):
    X = auto(); Y = auto(); Z = 10; W = auto()
print([m.value for m in A])
class S(StrEnum):
    RED = auto(); OTHER = "o"
print(S.RED, repr(S.RED), S.RED == "red", S("red"), f"{S.OTHER}", S.RED.upper(), "red" in S, isinstance(S.RED, str))
class N(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower() * 2
    A = auto(); B = auto()
print([m.value for m in N])
