"""len, iter, contains, getitem, reversed, index made by hand, and their wrong answers"""
class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10


class Sized(Old):
    def __len__(self):
        return 3


class Wrong:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value

    def __iter__(self):
        return self.value

    def __contains__(self, item):
        return self.value

    def __index__(self):
        return self.value

    def __bool__(self):
        return self.value

    def __hash__(self):
        return self.value

    def __str__(self):
        return self.value

    def __repr__(self):
        return self.value

    def __format__(self, spec):
        return self.value

    def __length_hint__(self):
        return self.value


o = Old()
print(list(o), 20 in o, 25 in o, [*o], tuple(o), dict(enumerate(o)), max(o), sum(o), list(zip(o, o)), sorted(o, reverse=True))
a, b, c = o
print(a, b, c, list(reversed(Sized())), list(map(str, o)), "".join(str(x) for x in o))
for action in (lambda: len(o), lambda: o["x"], lambda: iter(5), lambda: next(o)):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
for value in -1, 1.5, "x", None, 2**70, True, 3, [], iter("ab"), ():
    w = Wrong(value)
    for name, action in {"len": lambda: len(w), "iter": lambda: list(iter(w)), "in": lambda: 1 in w, "index": lambda: [1, 2, 3, 4][w], "bool": lambda: bool(w), "hash": lambda: isinstance(hash(w), int),
                         "str": lambda: str(w), "repr": lambda: repr(w), "format": lambda: format(w, ""), "if": lambda: 1 if w else 2, "hex": lambda: hex(w), "chr": lambda: chr(w) == "x", "slice": lambda: "abc"[:w]}.items():
        try:
            print(repr(value)[:12] if not hasattr(value, "__next__") else "iterator", name, action())
        except Exception as e:
            print(repr(value)[:12] if not hasattr(value, "__next__") else "iterator", name, type(e).__name__, e)
