# Calls that do not fit a method.
class C:
    def m(self): pass
    def n(self, a): pass
    def none(): pass

    @classmethod
    def c(cls, a): pass

    @staticmethod
    def s(a): pass

    def __init__(self, x=1): pass

    def __call__(self, y): pass


c = C()
for code in ["c.m(1)", "c.n()", "c.n(1, 2)", "c.none()", "C.m()", "C.n(c)", "c.c()", "C.c(1, 2)", "c.s()", "C.s(1, 2)", "C(1, 2)", "C(y=1)", "c()", "c(1, 2)", "object(1)", "object.__new__(C, 1, 2)", "C.nope()", "c.nope", "object().x", "object().x = 1", "int.x", "C.x", "del c.x", "del C.x", "(5).x = 1", "int.x = 1", "c.m.x = 1", "len.x = 1", "c.m.__name__ = 'q'"]:
    try:
        exec(code)
        print(code, "fine")
    except (TypeError, AttributeError) as e:
        print(code, "->", type(e).__name__, e)
