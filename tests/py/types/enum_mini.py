class EDict(dict):
    def __init__(self): super().__init__(); self.names = []
    def __setitem__(self, k, v):
        if not k.startswith("_") and not callable(v) and not isinstance(v, property): self.names.append(k)
        super().__setitem__(k, v)
class EMeta(type):
    @classmethod
    def __prepare__(m, n, b): return EDict()
    def __new__(m, name, bases, ns):
        members = {k: ns[k] for k in ns.names}
        for k in ns.names: del ns[k]
        data = next((b for b in bases if b in (str, int)), None)
        cls = super().__new__(m, name, bases, dict(ns))
        cls._map = {}
        for k, v in members.items():
            o = data.__new__(cls, v) if data else object.__new__(cls)
            o._name_ = k; o._value_ = v; o.__objclass__ = cls
            setattr(cls, k, o); cls._map[v] = o
        return cls
    def __call__(cls, v):
        try: return cls._map[v]
        except KeyError: raise ValueError(f"{v!r} is not a valid {cls.__qualname__}") from None
    def __iter__(cls): return iter(cls._map.values())
    def __len__(cls): return len(cls._map)
    def __contains__(cls, m): return isinstance(m, cls)
    def __getitem__(cls, n): return getattr(cls, n)
class E(metaclass=EMeta):
    def __repr__(self): return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"
    def __str__(self): return f"{type(self).__name__}.{self._name_}"
    def __hash__(self): return hash(self._name_)
    @property
    def value(self): return self._value_
    @property
    def name(self): return self._name_
class C(E):
    RED = 1
    BLUE = "b"
    def hi(self): return "hi " + self.name
class S(str, E):
    A = "a"
    B = "bb"
class I(int, E):
    ONE = 1
print(list(C), C(1), C.RED is C(1), C["BLUE"], len(C), C.RED in C, 5 in C, C.RED.hi(), {C.RED: 1}[C(1)], C.RED.value)
print(S.A == "a", repr(S("bb")), "x" + S.A, S.A.upper(), [*S], isinstance(S.A, str), S.A.value, "a" in ["a", S.B], f"{I.ONE:03d}", I.ONE + 1, [5, 6][I.ONE], ",".join(S))
try:
    C(9)
except ValueError as e:
    print(e)
