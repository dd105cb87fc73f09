from enum import Enum, IntEnum
A = Enum("A", "x y z"); print(list(A), A.__name__)
B = Enum("B", {"p": 10, "q": 20}); print(B.q.value)
C = Enum("C", [("m", 1)], module="mod"); print(C.m, C.__module__)
D = IntEnum("D", ["a", "b"], start=5); print(list(D))
try:
    class Z(A): w = 4
except TypeError as e:
    print(e)
class Base(Enum):
    def hi(self): return self.value
class K(Base):
    ONE = 1
print(K.ONE.hi())
