class S(str):
    def __new__(cls, v, tag=None):
        self = super().__new__(cls, v)
        self.tag = tag
        return self
    def __repr__(self):
        return "S(" + super().__repr__() + ")"
a = S("abc", tag=1)
print(a, repr(a), a.tag, a + "d", type(a + "d").__name__, a == "abc", hash(a) == hash("abc"), {a: 1}["abc"], a.upper(), a[1], len(a), "%s" % a, f"{a:>5}")
print(isinstance(a, str), a in ("abc",), ",".join([a]), [a], a.__dict__, "b" in a, list(a), str(a), type(str(a)).__name__, a.replace("a", "b"))
