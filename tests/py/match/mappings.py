# Mapping patterns: listed keys must be there, others may.
def f(x):
    match x:
        case {"type": "a", "v": v}: return "a", v
        case {"type": str(t), **rest}: return t, rest
        case {1: one, -2: two}: return one, two
        case {"nested": {"x": [a, *_]}}: return a
        case {None: n}: return "none key", n
        case {}: return "any mapping"
        case _: return "no mapping"


for x in ({"type": "a", "v": 1}, {"type": "b", "w": 2}, {1: "o", -2: "t", 3: 0}, {"nested": {"x": [5, 6]}}, {None: 0}, {}, {"q": 1}, [], "x", {"type": 5}):
    print(f(x))


class D(dict):
    def __missing__(self, k): return "missing"


print(f(D(type="z")), f(D()))
