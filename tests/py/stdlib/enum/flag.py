from enum import Flag, auto
class C(Flag):
    A = auto(); B = auto(); D = auto(); AB = A | B
print(C.A, repr(C.AB), C.A | C.D, C.AB & C.A, C.A in C.AB, ~C.A, C(0), bool(C.A & C.B), list(C.AB), [m.name for m in C], C.A.value, C(3) is C.AB)
try:
    C(64)
except ValueError as e:
    print(e)
