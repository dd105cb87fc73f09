# A subclass of tuple with names.
class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    def __add__(self, other):
        return Point(self[0] + other[0], self[1] + other[1])

    def __repr__(self):
        return f"Point{tuple(self)}"


p = Point(1, 2)
print(p, p.x, p + p, p == (1, 2), hash(p) == hash((1, 2)), type(p[:]), type(p * 2), len(p), isinstance(p, tuple), [*p], {p: 1}[1, 2])
x, y = p
print(x, y, tuple(p), type(tuple(p)), p < (1, 3))
