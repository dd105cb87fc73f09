# __iter__ as a generator, generator methods, iter/next protocols, two-argument iter.
class Tree:
    def __init__(self, value, *children):
        self.value = value
        self.children = children

    def __iter__(self):
        yield self.value
        for c in self.children:
            yield from c

    def __len__(self):
        return sum(1 for _ in self)


t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t), len(t), 3 in t, max(t), [*t], sorted(t, reverse=True))
a, b, *rest = t
print(a, b, rest)


class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Down(3)), sum(Down(4)), dict(zip("ab", Down(2))))
for x in Down(2):
    print(x)
it = Down(1)
print(next(it), next(it, "default"))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
calls = iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)
print(list(calls))


class NotIter:
    def __iter__(self):
        return 5


try:
    iter(NotIter())
except TypeError as e:
    print(e)
try:
    next([1])
except TypeError as e:
    print(e)


class Raises:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("in next")


try:
    for x in Raises():
        pass
except KeyError as e:
    print(e)


def with_return():
    if False:
        yield
    return 3


def chain():
    x = yield from with_return()
    y = yield from Down(2)
    print("x", x, "y", y)


print(list(chain()))
g = (lambda: (yield 1))()
print(list(g))


def args(*a, **k):
    yield a
    yield k


print(list(args(1, b=2)))


def two_way():
    total = 0
    while True:
        x = yield total
        if x is None:
            return total
        total += x


def drive():
    result = yield from two_way()
    yield ("result", result)


g = drive()
next(g)
print(g.send(3), g.send(4), g.send(None))
