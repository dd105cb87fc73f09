# A subclass on the right that overrides the reflected method goes first.
class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
    def __lt__(self, o): return "A.lt"
    def __gt__(self, o): return "A.gt"


class B(A):
    def __radd__(self, o): return "B.radd"
    def __gt__(self, o): return "B.gt"


class C(A):
    pass


print(A() + B(), A() + C(), B() + A(), A() + A(), A() < B(), A() < C(), C() + B(), 1 + B())


class I(int):
    def __radd__(self, o): return "I.radd"
    def __add__(self, o): return "I.add"
    def __eq__(self, o): return "I.eq"
    __hash__ = None


print(1 + I(2), I(2) + 1, 1.5 + I(2), 5 == I(5), I(5) == 5, I(1) + I(2), 2 * I(3), -I(4))


class S(str):
    def __radd__(self, o): return "S.radd"
    def __rmod__(self, o): return "S.rmod"


print("a" + S("b"), "%s" % S("x"), S("a") + "b")
