# super with and without arguments, attributes of it, and errors.
class A:
    x = "A.x"
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @property
    def p(self): return "A.p"
    @staticmethod
    def s(): return "A.s"


class B(A):
    x = "B.x"
    def f(self): return super().f() + super(B, self).f()
    @classmethod
    def c(cls): return super().c()
    @property
    def p(self): return super().p + "!"
    def s(self): return super().s()
    def attr(self): return super().x
    def set(self): super().x = 5
    def item(self): return super()[0]
    def rep(self): return repr(super())


b = B()
print(b.f(), b.c(), B.c(), b.p, b.s(), b.attr(), b.rep())
for code in ["super()", "super(5)", "super(A, 5)", "super(B, A())", "b.set()", "b.item()", "super(B, b).nope", "super(A).f", "super(B, B).f.__qualname__"]:
    try:
        print(code, str(eval(code))[:20])
    except (TypeError, RuntimeError, AttributeError) as e:
        print(code, "->", type(e).__name__, e)
print(super(B, b).__thisclass__ is B, super(B, b).__self__ is b, super(B, b).__self_class__ is B)
