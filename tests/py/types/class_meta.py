class M(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw); return {"pre": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")))
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns); cls.registry = []
    def __call__(cls, *a, **k):
        obj = super().__call__(*a, **k); cls.registry.append(obj); return obj
    def __iter__(cls): return iter(["it", cls.__name__])
    def __len__(cls): return 5
    def __getitem__(cls, k): return ("item", k)
    def __contains__(cls, k): return k == "in"
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __getattr__(cls, n):
        if n == "dyn": return "dynamic"
        raise AttributeError(n)
    @property
    def prop(cls): return "prop " + cls.__name__
class A(metaclass=M, opt=1):
    def __init__(self, v): self.v = v
class B(A): pass
A(1); B(2)
print(A, list(A), len(A), A["k"], "in" in A, "out" in A, A.dyn, A.prop, len(A.registry), len(B.registry), type(B) is M, isinstance(A, M), A.pre, hasattr(A, "zip"), bool(A), A(3).v)
class M2(type): pass
try:
    class C(A, metaclass=M2): pass
except TypeError as e:
    print(e)
X = type("X", (B,), {"z": 1}); print(type(X).__name__, X.z)
T = type("T", (), {"f": lambda self: self.g, "g": 3}); print(T().f(), T.__name__, type(5), type("T2", (), {}).__mro__)
