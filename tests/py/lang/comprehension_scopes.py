# Comprehensions: own scope, nested loops, conditions, walrus, class bodies, closures.
x = "outer"
print([x for x in range(3)], x)
print([(a, b) for a in range(3) for b in range(a)], [a for a in range(10) if a % 2 if a > 3])
print({k: v for k, v in [("a", 1), ("b", 2)]}, {i % 3 for i in range(10)} == {0, 1, 2})
print([[c * r for c in range(3)] for r in range(3)])
print([y := 5, y ** 2], y)
print([last := i for i in range(4)], last)


def walrus():
    total = 0
    out = [total := total + v for v in [1, 2, 3]]
    return out, total


print(walrus())


class Body:
    n = 3
    items = [i for i in range(n)]
    try:
        bad = [n for _ in range(1)]
    except NameError as e:
        bad = "NameError"


print(Body.items)
functions = [lambda: i for i in range(3)]
print([f() for f in functions])


def local_in_comprehension(k):
    return [k + j for j in range(3) if j != k]


print(local_in_comprehension(1))
g = (v for v in [1, 2, 3])
print(type(g).__name__, list(g))
print(list(z for z in (w * 2 for w in range(3))))
print([a for a, in [(1,), (2,)]], [a + b for a, (b, *_) in [(1, (2, 3))]])
print(dict.fromkeys([k for k in "aab"]), sum(len(w) for w in ["ab", "c"]))
matrix = [[1, 2], [3, 4]]
print([row[i] for i in range(2) for row in matrix])
try:
    [1 / v for v in [1, 0]]
except ZeroDivisionError:
    print("error inside")


def nested_closures():
    base = 10
    return [[base + i + j for i in range(2)] for j in range(2)]


print(nested_closures())
print({**{a: 1 for a in "xy"}, "z": 2})
