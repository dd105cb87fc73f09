class E(Exception):
    def __init__(self, code, msg="m"):
        self.code = code
        self.msg = msg
    def __str__(self):
        return f"[{self.code}] {self.msg}"
class F(E, KeyError):
    pass
class G(Exception):
    """doc"""
for e in (E(1), E(2, msg="x"), F(3), G(), G("a", "b")):
    print(str(e), repr(e), e.args, type(e).__mro__[1].__name__)
try:
    raise F(9)
except KeyError as e:
    print("caught", e, e.code)
try:
    E()
except TypeError as e:
    print(e)
class H(ValueError):
    def __init__(self, a, *, b=2):
        super().__init__(f"a={a}")
        self.b = b
h = H(1, b=5)
print(h, repr(h), h.args, h.b, isinstance(h, ValueError), G.__doc__)
