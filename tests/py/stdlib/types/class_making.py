# types.new_class(), prepare_class(), resolve_bases().
import types, typing


def t(fn, *a):
    try:
        r = fn(*a)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)


class M(type):
    @classmethod
    def __prepare__(m, n, b, **k): return {"prep": (n, k)}
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, dict(ns))
    def __init__(c, n, b, ns, **k): super().__init__(n, b, ns)
class A(metaclass=M): pass
t(lambda: types.new_class("X", (A,), {"q": 1}).prep); t(lambda: types.new_class("L", (typing.List[int],)).__orig_bases__); t(lambda: types.prepare_class("Z", (A,), {"k": 2})); 
class Other(type): pass
t(lambda: types.prepare_class("Z", (A,), {"metaclass": Other})); t(lambda: types.new_class("Z", (), {"metaclass": lambda *a, **k: 5}))
class Bad: __mro_entries__ = lambda s, b: [1]
t(lambda: types.resolve_bases((Bad(),)))
