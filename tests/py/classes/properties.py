# property: getter, setter, deleter, docs, inheritance and refusal.
class A:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "the x"
        return self._x

    @x.setter
    def x(self, value):
        if value < 0:
            raise ValueError("negative")
        self._x = value

    @x.deleter
    def x(self):
        print("deleted")

    @property
    def ro(self):
        return "read"

    wo = property(None, lambda self, v: print("wrote", v))
    nothing = property()


a = A()
a.x = 5
print(a.x, A.x.__doc__, A.x.fget.__name__, type(A.x).__name__)
del a.x
a.wo = 3
for code in ["a.x = -1", "a.ro = 1", "del a.ro", "a.wo", "a.nothing", "a.nothing = 1", "del a.nothing", "A.x.fget = 1"]:
    try:
        exec(code)
    except (AttributeError, ValueError, TypeError) as e:
        print(code, "->", type(e).__name__, e)


class B(A):
    @A.x.getter
    def x(self):
        return "b"


b = B()
b.x = 7
print(b.x, b._x)
A.ro = "now plain"
print(a.ro)
