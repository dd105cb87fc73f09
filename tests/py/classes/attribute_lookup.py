# Instance, class, base: who wins; data descriptors first.
class Data:
    def __get__(self, obj, cls):
        return "data"

    def __set__(self, obj, value):
        print("set", value)


class NonData:
    def __get__(self, obj, cls):
        return "nondata"


class A:
    d = Data()
    n = NonData()
    x = "class"


a = A()
a.__dict__.update(d=1, n=2, x=3)
print(a.d, a.n, a.x, A.d, A.n, A.x)
a.d = 5
del a.n
print(a.n, a.__dict__)


class B(A):
    pass


B.x = "b"
print(B().x, A().x, B.__dict__.get("n"), getattr(B, "n"), hasattr(B(), "zzz"), getattr(B(), "zzz", "default"))
