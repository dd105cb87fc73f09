import enum
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__,e)
class A(enum.Enum):
    a='x'; b=enum.auto()
class B(enum.Enum):
    a=3; b='x'; c=enum.auto()
class C(enum.Enum):
    a=3; b=1; c=enum.auto(); d=2.5; e=enum.auto()
class D(enum.Enum):
    a=(1,); b=enum.auto(); c=enum.auto()
class E(enum.Enum):
    a=None; b=enum.auto(); c=7; d='q'; e=enum.auto()
print(list(B),list(C),list(A),list(D),list(E))
t(lambda: enum.Enum('Made','p q r')(2)); t(lambda: list(enum.Enum('Made',[('a',1),('b',enum.auto())]))); t(lambda: list(enum.Enum('M',{'a':'x','b':'y'}))); t(lambda: list(enum.Flag('F','a b c'))); t(lambda: list(enum.StrEnum('S','Aa bB'))); t(lambda: list(enum.Enum('M','a b',start=5))); t(lambda: list(enum.IntEnum('M',['x','y'])))
