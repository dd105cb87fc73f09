from enum import Enum, unique
class E(Enum):
    A = 1
    B = 1
    C = 2
print(E.B, list(E), E.__members__, E.B is E.A)
try:
    @unique
    class U(Enum):
        X = 1
        Y = 1
except ValueError as e:
    print(e)
