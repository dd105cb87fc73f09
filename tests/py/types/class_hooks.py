class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag; Base.subs.append(cls.__name__)
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
class A(Base, tag="t"): pass
class B(A): pass
print(Base.subs, A.tag, B.tag, A["x"], Base[int])
for f in (lambda: type("C", (), {}, x=1), lambda: type("C", (Base,), {}, y=1), lambda: object[1], lambda: int[3], lambda: A()[1], lambda: type(), lambda: type(1, 2), lambda: type("a", 1, {}), lambda: type("a", (), 1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
class Sing:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, v): self.v = v
print(Sing(1) is Sing(2), Sing(3).v)
class NotInst:
    def __new__(cls): return 5
print(NotInst())
class BadInit:
    def __init__(self): return 1
try:
    BadInit()
except TypeError as e:
    print(e)
class P:
    def __init__(self, a, b=1, *c, d, e=2, **f): pass
for args, kw in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2}), ((), {"d": 1}), ((), {"x": 1})):
    try:
        P(*args, **kw); print("ok")
    except TypeError as e:
        print(e)
for f in (lambda: object(1), lambda: object().x, lambda: object.__new__(5), lambda: object.__new__(), lambda: int.__new__(str), lambda: object().__init__(1)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)
