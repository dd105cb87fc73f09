# Every kind of pattern.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Color:
    RED = "red"


def describe(v):
    match v:
        case 0:
            return "zero"
        case 1 | 2:
            return "small"
        case -5:
            return "minus five"
        case "hello":
            return "greeting"
        case Color.RED:
            return "is red"
        case True:
            return "true"
        case None:
            return "none"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, y] if x == y:
            return f"twins {x}"
        case [1, *rest]:
            return f"starts with 1 then {rest}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case {"type": "a", "value": val, **rest}:
            return f"a {val} {rest}"
        case {"type": ("b" | "c") as kind}:
            return f"kind {kind}"
        case {}:
            return "some mapping"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=yy):
            return f"on y axis at {yy}"
        case Point(px, py):
            return f"point {px} {py}"
        case int(n) if n > 100:
            return f"large {n}"
        case int() | float():
            return "number"
        case str(s):
            return f"str {s}"
        case ((a, b), c):
            return "unreachable"
        case _:
            return "something"


for v in (0, 1, 2, -5, "hello", "red", True, None, [], [7], [3, 3], [1, 2, 3], (1,), [4, 5, 6], {"type": "a", "value": 1, "z": 2},
          {"type": "c"}, {"q": 1}, {}, Point(0, 0), Point(0, 4), Point(1, 2), 500, 50, 1.5, "abc", b"x", object, (9, 8)):
    print(describe(v))


def nested(v):
    match v:
        case {"user": {"name": str(name), "tags": [tag, *_]}}:
            return name, tag
        case [Point(x=a), [b, {"k": c}]]:
            return a, b, c
        case (1 | 2 | 3) as n, other:
            return n, other
    return "none"


try:
    print(nested({"user": {"name": "ann", "tags": ["x", "y"]}}))
    print(nested([Point(1, 2), [3, {"k": 4}]]), nested((2, 5)), nested(7))
except SyntaxError:
    pass


def keeps(v):
    x = "old"
    match v:
        case [x, 1]:
            pass
        case _:
            pass
    return x


print(keeps([5, 1]), keeps([5, 2]))
match (1, 2):
    case a, b:
        print(a, b)
match "x", 3:
    case ["x", n]:
        print(n)
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as e:
    print(e)
match 5:
    case int(v) | str(v):
        print("or", v)
for cmd in ("go north", "drop a b", "quit"):
    match cmd.split():
        case ["go", direction]:
            print("going", direction)
        case ["drop", *objects]:
            print("dropping", objects)
        case [action]:
            print("just", action)
