# Cooperative methods over a diamond with keywords.
class Root:
    def __init__(self, **kw):
        assert not kw, kw
        self.order = ["Root"]


class A(Root):
    def __init__(self, a=0, **kw):
        super().__init__(**kw)
        self.order.append(f"A{a}")


class B(Root):
    def __init__(self, b=0, **kw):
        super().__init__(**kw)
        self.order.append(f"B{b}")


class C(A, B):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.order.append("C")


print(C(a=1, b=2).order, [c.__name__ for c in C.mro()])
try:
    C(z=1)
except AssertionError as e:
    print(e)
try:
    object().__init__(1)
except TypeError as e:
    print(e)
class D: pass
for code in ["D(1)", "D(x=1)", "object(1)", "D().__init__(1)"]:
    try:
        eval(code)
    except TypeError as e:
        print(e)
