# Class patterns: keywords, positions by __match_args__, built-ins.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y): self.x, self.y = x, y


class P3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def f(p):
    match p:
        case P3(x, y, z=0): return "flat", x, y
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return "on y", y
        case Point(x, y) if x == y: return "diagonal"
        case Point(): return "point"
        case int(): return "int"
        case str(s): return s
        case list([a, b]): return a, b
        case dict(d): return len(d)
        case bool(): return "never, int came first"
        case bytes(b) | bytearray(b): return b
        case tuple() | set() | frozenset(): return "collection"
        case float(real=r): return r
        case _: return "else"


for p in (Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), P3(1, 2, 0), P3(1, 2, 3), 5, True, "s", [1, 2], [1], {1: 2}, b"b", bytearray(b"c"), (1,), {1}, 2.5, None):
    print(f(p))
