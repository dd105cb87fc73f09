# dataclasses and enum, one use and one error after the other.
import dataclasses, enum, typing
from dataclasses import dataclass, field, KW_ONLY, InitVar, asdict, astuple, replace, fields, make_dataclass, is_dataclass


def t(fn, *a):
    try:
        r = fn(*a)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)


@dataclass(order=True)
class A:
    x: int
    y: list = field(default_factory=list, compare=False, repr=False)
    z: typing.ClassVar[int] = 5
    w: InitVar[int] = 2
    def __post_init__(self, w): self.y.append(w)
t(lambda: A(1)); t(lambda: A(1, w=5).y); t(lambda: (A(1) < A(2), A(1) == A(1), A(1) == 5)); t(lambda: A(1) < 5); t(lambda: A()); t(lambda: A(1,2,3,4)); t(lambda: asdict(A(1))); t(lambda: astuple(A(1))); t(lambda: replace(A(1), x=3)); t(lambda: replace(A(1), x=3, w=1)); t(lambda: replace(A(1), q=1, w=1)); t(lambda: [f.name for f in fields(A)]); t(lambda: hash(A(1)))
@dataclass(frozen=True, slots=True)
class Fz:
    a: int = 1
    _: KW_ONLY
    b: str = "b"
def setf(): x = Fz(); x.a = 2
def delf(): x = Fz(); del x.a
t(setf); t(delf); t(lambda: (Fz(), Fz(2, b="c"), hash(Fz()) == hash(Fz()), Fz.__slots__)); t(lambda: Fz(1, "c")); t(lambda: Fz.__match_args__)
def bad1():
    @dataclass
    class X:
        a: int = 1
        b: int
def bad2():
    @dataclass
    class X:
        a: list = []
def bad3():
    @dataclass
    class X:
        a: int = field(default=1, default_factory=int)
def bad4():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(self, o): pass
def bad5():
    @dataclass(frozen=True)
    class X(A): pass
def bad6():
    @dataclass(eq=False, order=True)
    class X: a: int
for b in bad1, bad2, bad3, bad4, bad5, bad6: t(b)
@dataclass
class Base: a: int; b: int = 2
@dataclass
class Sub(Base): c: int = 3; a: str = "s"
t(lambda: Sub()); t(lambda: [(f.name, f.type, f.default) for f in fields(Sub)])
@dataclass(unsafe_hash=True, repr=False, kw_only=True)
class U: a: int; b: int = field(default=1, hash=False, metadata={"k": 1})
t(lambda: U(a=1) == U(a=1)); t(lambda: U(1)); t(lambda: fields(U)[1].metadata); t(lambda: hash(U(a=1)) == hash((1,)))
M = make_dataclass("M", ["a", ("b", int), ("c", int, field(default=5))], namespace={"m": lambda self: self.c}, bases=(Base,))
t(lambda: M(1, 2)); t(lambda: M(1,2).m()); t(lambda: is_dataclass(M) and is_dataclass(M(1,2)) and not is_dataclass(5)); t(lambda: fields(5)); t(lambda: asdict(5))
@dataclass
class N: l: list; d: dict; n: "N | None" = None
t(lambda: asdict(N([A(1)], {"k": A(2)}, N([], {})))); t(lambda: asdict(N([], {}), dict_factory=list)); t(lambda: repr(N([], {})))
@dataclass
class R:
    me: object = None
r = R(); r.me = r; t(lambda: repr(r))
# enum
class Co(enum.Enum):
    RED = 1; GREEN = 2; ALIAS = 1
    def hi(self): return self.name.lower()
    @classmethod
    def first(cls): return next(iter(cls))
t(lambda: list(Co)); t(lambda: Co(1)); t(lambda: Co["GREEN"]); t(lambda: Co(5)); t(lambda: Co["X"]); t(lambda: Co.RED.hi()); t(lambda: Co.ALIAS is Co.RED); t(lambda: Co.__members__); t(lambda: (Co.RED in Co, 1 in Co, "x" in Co)); t(lambda: len(Co)); t(lambda: Co.first()); t(lambda: Co.RED < Co.GREEN); t(lambda: (str(Co.RED), repr(Co.RED), f"{Co.RED:>10}")); t(lambda: Co.RED.value); t(lambda: setattr(Co, "RED", 5)); t(lambda: delattr(Co, "RED")); t(lambda: hash(Co.RED) == hash("RED")); t(lambda: Co.RED == 1)
class Au(enum.Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = enum.auto(); B = enum.auto()
t(lambda: [m.value for m in Au])
class Fg(enum.Flag): R = enum.auto(); W = enum.auto(); X = enum.auto(); RW = R | W
t(lambda: (Fg.R | Fg.X, Fg.RW, ~Fg.R, Fg(5), Fg(0), Fg.R in Fg.RW, list(Fg.RW), bool(Fg(0)), Fg.R ^ Fg.RW, len(Fg.RW))); t(lambda: Fg(16)); t(lambda: Fg.R & 1)
class IF(enum.IntFlag): A = 1; B = 2
t(lambda: (IF.A | IF.B, IF.A | 8, IF(9), IF.A + 1, ~IF.A))
class IE(enum.IntEnum): A = 1; B = 2
t(lambda: (IE.A + 1, IE.A < IE.B, str(IE.A), f"{IE.A}", IE.A == 1, repr(IE.A)))
class SE(enum.StrEnum): A = enum.auto(); B = "bee"
t(lambda: (SE.A, str(SE.B), SE.A.upper(), SE("bee"), f"{SE.B!r}"))
def dup():
    class D(enum.Enum): A = 1; A = 2
t(dup)
def uniq():
    @enum.unique
    class D(enum.Enum): A = 1; B = 1
t(uniq)
def sub():
    class D(Co): pass
t(sub)
t(lambda: enum.Enum("Fn", "A B C")); t(lambda: list(enum.Enum("Fn", {"A": 5, "B": "x"}))); t(lambda: list(enum.Enum("Fn", [("A", 1)], start=3))); t(lambda: list(enum.IntEnum("Fn", ["A","B"], start=7)))
class Pl(enum.Enum):
    E = (1, 2.5); V = (3, 4)
    def __init__(self, m, r): self.m, self.r = m, r
    @property
    def g(self): return self.m * self.r
t(lambda: (Pl.E.g, Pl((3, 4)), Pl.V.value))
class Ms(enum.Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == "one" else None
t(lambda: Ms("one")); t(lambda: Ms("two"))
class Nm(enum.Enum):
    A = enum.member(5); B = enum.nonmember(6)
t(lambda: (list(Nm), Nm.B))
class Ne(str, enum.Enum):
    A = "a"
t(lambda: (Ne.A == "a", str(Ne.A), f"{Ne.A}", Ne.A.upper(), Ne("a")))
@enum.verify(enum.CONTINUOUS)
class Vf(enum.IntEnum): A = 1; B = 2
t(lambda: list(Vf))
def vbad():
    @enum.verify(enum.CONTINUOUS)
    class V2(enum.IntEnum): A = 1; B = 4
t(vbad)
t(lambda: Co.RED.__class__); t(lambda: dir(Co)); t(lambda: Co.__doc__); t(lambda: Co.RED.RED); t(lambda: Co.RED._value_); t(lambda: Co.RED._name_); t(lambda: Co._member_names_); t(lambda: enum.EnumMeta is enum.EnumType)
