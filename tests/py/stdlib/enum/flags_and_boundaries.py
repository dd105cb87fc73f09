from enum import *
class P(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(list(P), P.R | P.X, ~P.R, P.RW & P.R, P.R ^ P.RW, P(3), P(0), bool(P(0)), P.R in P.RW, len(P.RW), list(P.RW), P.RW.name, P(5).name, P(5).value, repr(P(5)), P["RW"])
class S(Flag, boundary=STRICT): A = 1; B = 2
class C(Flag, boundary=CONFORM): A = 1; B = 2
class J(Flag, boundary=EJECT): A = 1; B = 2
class K(IntFlag, boundary=KEEP): A = 1; B = 2
try:
    S(4)
except ValueError as e:
    print(str(e).splitlines()[0])
print(C(5), J(5), type(J(5)).__name__, K(5), K.A | 8, K.A + 1, K(3) == 3)
