# := in conditions, calls, comprehensions, lambdas and f-strings.
if (n := len("abc")) > 2:
    print(n)
print(f"{(w := 5)} {w}", (x := 1, y := 2), x, y)
print([z for v in range(5) if (z := v * v) % 2 == 0], z)


def f(values):
    if any((found := v) > 3 for v in values):
        return found
    return None


print(f([1, 2, 5, 6]), f([1]))
g = lambda a: (b := a * 2) + b
print(g(3))
print((k := 10) + k, k)
d = {(key := "a"): (val := 1)}
print(d, key, val)


def nested():
    def inner():
        nonlocal_value = [t := i for i in range(3)]
        return nonlocal_value, t
    return inner()


print(nested())


class C:
    attr = (inner := 4) * 2


print(C.attr, C.inner)
