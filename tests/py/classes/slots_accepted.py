# __slots__ in its forms: names work as attributes.
class A:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 1


class B(A):
    __slots__ = "z"


class C:
    __slots__ = ["p", "__dict__"]


class D:
    __slots__ = {"q": "doc of q"}


a, b, c, d = A(), B(), C(), D()
a.y = 2
b.z = 3
c.p, c.anything = 4, 5
d.q = 6
print(a.x, a.y, b.x, b.z, c.p, c.anything, d.q, A.__slots__, B.__slots__)
for code in ["D().q", "del D().q", "A().y"]:
    try:
        exec(code)
    except AttributeError as e:
        print(code, type(e).__name__)
