"""endless recursion of every kind is a RecursionError, and what comes after it works"""
class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __str__(self):
        return str(self)

    def __repr__(self):
        return repr(self)

    def __call__(self):
        return self()

    def __iter__(self):
        return iter(self)

    def __bool__(self):
        return bool(self)

    def __add__(self, other):
        return self + other

    def __getitem__(self, key):
        return self[key]

    def __len__(self):
        return len(self)

    def __contains__(self, item):
        return item in self

    @property
    def prop(self):
        return self.prop


def plain(n=0):
    return plain(n + 1)


def mutual(n):
    return other(n)


def other(n):
    return mutual(n)


def in_finally(n):
    try:
        return in_finally(n + 1)
    finally:
        n


def generator(n):
    yield n
    yield from generator(n + 1)


e = Endless()
for name, action in {
    "plain": plain, "mutual": lambda: mutual(1), "finally": lambda: in_finally(0), "getattr": lambda: e.x, "eq": lambda: e == Endless(),
    "hash": lambda: hash(e), "str": lambda: str(e), "repr": lambda: repr(e), "call": lambda: e(), "iter": lambda: list(e), "bool": lambda: bool(e),
    "add": lambda: e + 1, "getitem": lambda: e[0], "len": lambda: len(e), "contains": lambda: 1 in e, "property": lambda: e.prop,
    "generator": lambda: sum(1 for _ in generator(0)), "map": lambda: (lambda f: f(f))(lambda f: list(map(lambda x: f(f), [1]))),
    "sorted": lambda: (lambda f: f(f))(lambda f: sorted([1, 2], key=lambda x: f(f))), "lambda": lambda: (lambda f: f(f))(lambda f: f(f)),
    "comprehension": lambda: (lambda f: f(f))(lambda f: [f(f) for _ in range(1)]), "format": lambda: f"{e}",
}.items():
    try:
        action()
        print(name, "ended")
    except RecursionError as error:
        print(name, str(error)[:32])
print(sum(range(10)))
