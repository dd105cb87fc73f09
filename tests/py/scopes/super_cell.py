# __class__ in methods, and super in nested functions.
class A:
    def who(self):
        return __class__.__name__

    def f(self):
        return "A.f"


class B(A):
    def f(self):
        def inner():
            return super(B, self).f()

        return [inner(), super().f(), (lambda: super(B, self).f())(), __class__ is B]

    def g(self):
        return [super(__class__, self).f() for _ in range(2)]

    @staticmethod
    def s():
        try:
            return super().f()
        except RuntimeError as e:
            return str(e)

    def no_self():
        return super().f()


print(A().who(), B().who(), B().f(), B().g(), B.s())
try:
    B.no_self()
except RuntimeError as e:
    print(e)


def outside(self):
    return super().f()


B.h = outside
try:
    B().h()
except RuntimeError as e:
    print(e)
