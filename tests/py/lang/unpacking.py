# Tuple targets, starred targets, nested ones, swaps, errors, displays with stars.
a, b = 1, 2
a, b = b, a
print(a, b)
(c, (d, e)), f = (1, (2, 3)), 4
print(c, d, e, f)
first, *middle, last = range(6)
print(first, middle, last)
*init, tail = "abc"
print(init, tail)
[p, q] = {"k": 1, "m": 2}
print(p, q)
x = y = z = []
x.append(1)
print(y, z is x)
for i, (j, *k) in [(1, (2, 3, 4)), (5, (6,))]:
    print(i, j, k)
print([*range(3), *"ab"], (*[1], 2), {*[1, 1], 2} == {1, 2}, {**{"a": 1}, "a": 2, **{"b": 3}})


def pack(*args, **kw):
    return args, kw


print(pack(*[1, 2], 3, *(4,), k=1, **{"z": 2}, **{}))


def wrong(code):
    try:
        exec(code)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


for code in ("a, b = 1, 2, 3", "a, b = 1,", "a, *b, c = [1]", "a, b = 5"):
    try:
        if code == "a, b = 1, 2, 3":
            a, b = [1, 2, 3]
        elif code == "a, b = 1,":
            a, b = (1,)
        elif code == "a, *b, c = [1]":
            a, *b, c = [1]
        else:
            a, b = 5
    except (ValueError, TypeError) as e:
        print(type(e).__name__, str(e).replace(", got 3", ""))


class Holder:
    pass


h = Holder()
h.a, h.b = 1, 2
items = [0, 0]
items[0], items[1] = "x", "y"
i, items[i - 1] = 1, "changed"
print(h.a, h.b, items)
items[:] = [1, 2, 3]
items[1:2] = ["a", "b"]
del items[0], items[-1]
print(items)
del (h.a, h.b)
print(vars(h))
(single,) = [9]
print(single)
n = m = 0
n += 1; m -= 1
n, m = n + m, n - m
print(n, m)
