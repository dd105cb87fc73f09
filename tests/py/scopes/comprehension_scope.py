# Comprehension variables do not leak; the first iterable is evaluated outside.
i = "kept"
print([i for i in range(3)], i)
print({i: i for i in "a"}, {i for i in "b"}, list(i for i in "c"), i)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])


class C:
    n = 3
    try:
        r = [j * n for j in range(2)]
    except NameError as e:
        r = str(e)
    s = [j for j in range(n)]


print(C.r, C.s)


def f():
    k = 1
    return [k for k in range(2)], k, [[k for _ in range(2)] for k in "xy"], k


print(f())
try:
    [unknown for q in range(1)]
except NameError as e:
    print(e)
