# The method resolution order and its failures.
class A:
    def who(self): return "A"


class B(A):
    def who(self): return "B" + super().who()


class C(A):
    def who(self): return "C" + super().who()


class D(B, C):
    def who(self): return "D" + super().who()


print(D().who(), [c.__name__ for c in D.__mro__], D.__bases__, D.mro() == list(D.__mro__), D.__base__.__name__, A.__subclasses__() == [B, C])
for code in ["class X(A, B): pass", "class X(A, A): pass", "class X(A, object, B): pass", "class X(object, A): pass", "class X(int, str): pass", "class X(bool): pass", "class X(type(None)): pass", "class X(A, metaclass=5): pass", "class X(range): pass", "class X(slice): pass", "class X(type(len)): pass", "class X(type(lambda: 0)): pass"]:
    try:
        exec(code)
        print(code, "fine")
    except TypeError as e:
        print(code, "->", e)
