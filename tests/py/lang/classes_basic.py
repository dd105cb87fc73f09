# Instances, attributes, class attributes, inheritance, super, repr.
class Point:
    "A point."
    dimensions = 2

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"{type(self).__name__}({self.x}, {self.y})"

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __add__(self, other):
        return type(self)(self.x + other.x, self.y + other.y)

    def moved(self, dx=0, dy=0):
        return self.__class__(self.x + dx, self.y + dy)

    @classmethod
    def origin(cls):
        return cls(0)

    @staticmethod
    def distance(a, b):
        return abs(a.x - b.x) + abs(a.y - b.y)

    @property
    def sum(self):
        return self.x + self.y

    @sum.setter
    def sum(self, value):
        self.x = value - self.y


class Point3(Point):
    dimensions = 3

    def __init__(self, x, y=0, z=0):
        super().__init__(x, y)
        self.z = z

    def __repr__(self):
        return super().__repr__()[:-1] + f", {self.z})"


p = Point(1, 2)
print(p, p + Point(3), p == Point(1, 2), p != Point(1, 3), Point.__doc__)
print(p.moved(dx=4), Point3.origin(), Point.distance(p, Point(5, 5)))
p.sum = 10
print(p.x, p.sum, p.dimensions, Point3.dimensions)
p.dimensions = 7
print(p.dimensions, Point.dimensions)
del p.dimensions
print(p.dimensions)
try:
    p.nothing
except AttributeError as e:
    print(e)
try:
    Point.nothing
except AttributeError as e:
    print(e)
try:
    p.missing()
except AttributeError as e:
    print(e)
print(isinstance(Point3(1), Point), issubclass(Point3, Point), isinstance(p, Point3))
print(Point3.__name__, Point3.__qualname__, Point3.__module__, Point3.__bases__, Point3.__mro__)
print(vars(p), sorted(k for k in Point.__dict__ if not k.startswith("__")))
print(hasattr(p, "x"), getattr(p, "zz", "default"))
setattr(p, "zz", 5)
print(p.zz)
unbound = Point.moved
print(unbound(p, 1))
bound = p.moved
print(bound(dy=1), bound.__self__ is p, bound.__func__ is Point.moved)


class Empty:
    pass


e = Empty()
e.a = 1
print(e.a, e.__dict__, Empty.__doc__, type(e) is Empty)
