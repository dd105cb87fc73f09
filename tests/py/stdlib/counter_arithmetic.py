# Counter: which operations on counts it does, in which order; ties of most_common(); counts that are no numbers.
from collections import ChainMap, Counter, UserDict
from decimal import Decimal
from fractions import Fraction


class Noisy:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"N{self.n}"

    def note(name):
        def method(self, other):
            print(name, self, other)
            n = other.n if isinstance(other, Noisy) else other
            return {"add": lambda: Noisy(self.n + n), "radd": lambda: Noisy(n + self.n), "sub": lambda: Noisy(self.n - n), "rsub": lambda: Noisy(n - self.n),
                    "lt": lambda: self.n < n, "gt": lambda: self.n > n}[name]()
        return method

    __add__, __radd__, __sub__, __rsub__, __lt__, __gt__ = map(note, ["add", "radd", "sub", "rsub", "lt", "gt"])


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for other in ({"a": Noisy(2)}, {"b": Noisy(-2)}, ["a", "b"], UserDict(a=Noisy(3)), ChainMap({"a": 1}, {"b": 2})):
    for method in ("update", "subtract"):
        for start in ({}, {"a": Noisy(5)}):
            counter = Counter(start)
            attempt(lambda: (getattr(counter, method)(other), counter)[1])
counter = Counter(a=1)
counter.update(b=2)
counter.subtract(a=Fraction(1, 3), c=Decimal(1))
print(list(counter.items()))
one, two = Counter(a=Noisy(1), b=Noisy(-2)), Counter(a=Noisy(4), c=Noisy(-5), d=Noisy(6))
for operation in ("__add__", "__sub__", "__or__", "__and__"):
    print("#", operation)
    attempt(lambda: list(getattr(one, operation)(two).items()))
    attempt(lambda: getattr(one, operation)({}))
print("#")
attempt(lambda: list((+one).items()))
attempt(lambda: list((-one).items()))
words = Counter("one two three two one four one five two six".split())
for n in (None, 0, -1, 1, 2, 3, 5, 99):
    print(n, words.most_common(n))
attempt(lambda: Counter(a="x", b="yy", c="x") + Counter(a="z", d="q"))
attempt(lambda: Counter(a="x") - Counter(a="z"))
attempt(lambda: Counter(a=[1]) + Counter(a=[2]))
attempt(lambda: Counter(a=None) | Counter(b=1))
attempt(lambda: Counter(a=1, b="x").most_common(1))
attempt(lambda: Counter(a=1).most_common("x"))
attempt(lambda: Counter(5))
attempt(lambda: Counter(a=1).subtract(5))
attempt(lambda: Counter(None, a=2))
attempt(lambda: Counter([["list"]]))
