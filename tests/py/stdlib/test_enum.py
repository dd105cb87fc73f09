from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def hello(self): return f"hi {self.name}"
print(list(Color), Color.RED, repr(Color.CRIMSON), Color(2), Color['GREEN'], len(Color))
print(Color.RED.hello(), Color.RED is Color.CRIMSON, Color.__members__)
print(Color.RED == 1, Color.RED.value, isinstance(Color.RED, Color), Color.RED in Color)
try: Color(9)
except ValueError as e: print(e)
class S(str, Enum):
    A = "a"
    B = "b"
print(S.A, repr(S.A), S.A == "a", S("b"), S.A.upper(), [s.value for s in S], "%s" % S.A.value)
class N(IntEnum):
    ONE = 1
    TWO = auto()
print(N.TWO, repr(N.TWO), N.TWO + 1, N.ONE < N.TWO, f"{N.ONE}", sorted([N.TWO, N.ONE]))
class T(StrEnum):
    HELLO = auto()
    BYE = "bye!"
print(T.HELLO, repr(T.BYE), f"{T.BYE}", T.HELLO == "hello", T("bye!"))
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
print(P.R | P.W, repr(P.R | P.W), P.R in (P.R | P.X), bool(P.R & P.W), ~P.R, list(P.R | P.X), P(0))
class I(IntFlag):
    A = 1
    B = 2
print(I.A | I.B, repr(I.A | I.B), I.A + 1)
F = Enum("F", "X Y Z")
print(list(F), F.Y.value)
G = Enum("G", {"P": "p", "Q": "q"})
print(G.P, G("q"))
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return cls.A
print(M(5))
class Planet(Enum):
    EARTH = (5.97, 6.37)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
print(Planet.EARTH.mass, Planet.EARTH.value)
class V(str, Enum):
    def __new__(cls, value, label):
        o = str.__new__(cls, value); o._value_ = value; o.label = label; return o
    X = "x", "The X"
print(V.X.label, V.X.value, V("x"))
try:
    @unique
    class D(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try: Color.RED = 3
except AttributeError as e: print(e)
try:
    class E2(Color): pass
except TypeError as e: print(e)
print({Color.RED: 1}[Color.CRIMSON], hash(Color.RED) == hash(Color.CRIMSON), Color, type(Color).__name__)
