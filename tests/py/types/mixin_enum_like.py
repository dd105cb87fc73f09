class Base:
    def __repr__(self): return f"<{type(self).__name__}: {self.value!r}>"
class Color(str, Base):
    def __new__(cls, value):
        obj = str.__new__(cls, value)
        obj._value_ = value
        return obj
    @property
    def value(self): return self._value_
c = Color("red")
print(c == "red", c.value, c.upper(), repr(c) in ("'red'",), isinstance(c, str), c._value_, {"red": 1}[c], "x" + c, c + "x", len(c), c.__class__.__name__, Color.__mro__[1].__name__)
class Num(int, Base):
    def __new__(cls, v):
        o = int.__new__(cls, v); o.value = v; return o
n = Num(3); print(n + 1, n == 3, n.value, [0, 1, 2, 3][n], n < 4, Num.__bases__ == (int, Base), object.__new__(Base).__class__.__name__)
class Pt(tuple):
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    @property
    def x(self): return self[0]
p = Pt(1, 2); print(p, p.x, p == (1, 2), len(p), hash(p) == hash((1, 2)), isinstance(p, tuple), p + (3,)); a, b = p; print(a, b)
class By(bytes): pass
print(By(b"abc"), By(b"a") + b"b", By(b"xyz").decode(), len(By(b"ab")), By(b"q") == b"q", {b"q": 1}[By(b"q")])
