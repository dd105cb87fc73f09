"""members with a place of their own, no __dict__"""
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y


p = Point(1, 2)
print(p.x, p.y, Point.__slots__, hasattr(p, "__dict__"), hasattr(p, "x"), hasattr(p, "z"))
q = Point(5)
for name in "y", "z", "__dict__":
    try:
        getattr(q, name)
    except AttributeError as e:
        print(e, e.name, e.obj is q)
try:
    p.z = 3
except AttributeError as e:
    print(e)
del p.x
for action in (lambda: p.x, lambda: p.__delattr__("x"), lambda: vars(p)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
p.x = 7
print(p.x, getattr(q, "y", "none"), [n for n in dir(p) if n[0] != "_"])
print(Point.x, type(Point.x).__name__, Point.x.__get__(p, Point), Point.x.__name__, Point.x.__objclass__ is Point)
Point.x.__set__(p, 9)
print(p.x)
try:
    Point.x.__get__(1)
except TypeError as e:
    print(e)
