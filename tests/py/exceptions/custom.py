# Exceptions of one's own: arguments, attributes, str, inheritance, equality.
class A(Exception):
    "doc"


class B(A):
    def __init__(self, msg, code=5):
        super().__init__(msg)
        self.code = code


class C(B):
    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


class D(KeyError, ValueError):
    pass


for e in (A("x"), B("y"), C("z", code=7), D("k"), A()):
    try:
        raise e
    except ValueError as caught:
        print("value", repr(caught))
    except A as caught:
        print(type(caught).__name__, caught, repr(caught), caught.args, vars(caught))
print(A("x") == A("x"), A.__doc__, issubclass(D, LookupError), hash(A("x")) is not None)
e = A("p")
e.args = (1, 2)
e.extra = 9
print(e, repr(e), e.extra)
try:
    class E(Exception, int): pass
except TypeError as err:
    print(err)
