# Generators feeding generators.
def numbers(n):
    for i in range(n):
        yield i


def squares(it):
    for x in it:
        yield x * x


def take(n, it):
    for i, x in enumerate(it):
        if i >= n:
            return
        yield x


def forever():
    n = 0
    while True:
        yield n
        n += 1


print(list(take(5, squares(forever()))), sum(squares(numbers(10))), [*take(2, "abc")], tuple(zip(numbers(3), squares(numbers(5)))))


def tree(t):
    if t:
        left, v, right = t
        yield from tree(left)
        yield v
        yield from tree(right)


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def permutations(items):
    if not items:
        yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [x] + rest


print([''.join(p) for p in permutations(list("abc"))])
