from enum import Enum, IntEnum
class Level(Enum):
    LOW = "low"; HIGH = "high"
    @classmethod
    def _missing_(cls, value):
        return next((m for m in cls if m.value == str(value).lower()), None)
print(Level("HIGH"), Level("Low"))
try:
    Level("none")
except ValueError as e:
    print(e)
A = Enum("Animal", "CAT DOG"); B = Enum("B", ["X", "Y"], start=5); C = IntEnum("C", {"P": 10}); D = Enum("D", [("Q", 1), ("R", 2)], module="mod", qualname="Outer.D", type=str)
print(list(A), B.Y.value, C.P + 1, D.Q == "1", D.__module__, D.__qualname__, A.CAT.name, isinstance(D.R, str))
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        o = bytes.__new__(cls, [value]); o._value_ = value; o.label = label
        return o
    PX = (0, "P.X"); PY = (1, "P.Y")
print(Coord.PX, Coord.PY.label, Coord(1), Coord.PX.value, bytes(Coord.PY))
