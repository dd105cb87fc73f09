# Stars in returns, yields, subscripts, for iterables, calls and nested targets.
def returns(*a):
    return *a, "end"


def yields():
    yield *range(2), "y"


print(returns(1, 2), list(yields()))
for x in *[1, 2], *"ab":
    print(x, end=" ")
print()


class Sub:
    def __getitem__(self, k):
        return k


print(Sub()[*range(3)], Sub()[1, *"xy"])
a = *range(3),
print(a)
(b, *c), d = [1, 2, 3], 4
print(b, c, d)
[e, [*f, g]] = 1, (2, 3, 4)
print(e, f, g)
*h, = "abc"
print(h)
for i, (*j, k) in enumerate(["abc", "d"]):
    print(i, j, k)
print([*a, *[*h]], {*a, *h} == {0, 1, 2, "a", "b", "c"})
x, *y = *[1], *[2, 3]
print(x, y)


def f(a, *, b, **kw):
    return a, b, kw


args, kwargs = [1], {"b": 2, "c": 3}
print(f(*args, **kwargs), f(**{"a": 1}, **kwargs))
print(max(*[3, 1], 2, *(5,)), [*map(str, range(2))])
with_lambda = lambda *a, **k: [*a, *k]
print(with_lambda(1, 2, x=3))
first, *_, last = (n for n in range(10))
print(first, last, _)
head, *tail = {"k": 1, "l": 2}.items()
print(head, tail)
(m, n), *o = zip("ab", "cd")
print(m, n, o)
