# classmethod and staticmethod, called every way; inheritance; wrapped attributes.
class A:
    @classmethod
    def make(cls, n=1):
        "makes"
        return cls.__name__, n

    @staticmethod
    def stat(x):
        return x * 2

    plain = staticmethod(len)


class B(A):
    @classmethod
    def make(cls, n=1):
        return "B+", super().make(n)


print(A.make(), A().make(2), B.make(3), A.stat(2), A().stat(3), A.plain("abc"), A.make.__doc__, A.make.__self__ is A, A.stat.__name__, A.__dict__["stat"].__func__(4), A.__dict__["make"].__func__(B))
s = staticmethod(lambda: 5)
print(s(), s.__wrapped__() if hasattr(s, "__wrapped__") else None, isinstance(s, staticmethod))
try:
    classmethod(lambda c: 1)()
except TypeError as e:
    print(e)
