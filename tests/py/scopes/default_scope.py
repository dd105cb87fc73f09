# Defaults, decorators, annotations and bases are evaluated outside.
x = "global"


def f(x, y=x):
    return x, y


print(f(1))


class x:
    attr = x if isinstance(x, str) else "class"


print(x.attr)


def outer():
    n = 5

    def inner(a=n, *, b=n + 1):
        n = "other"
        return a, b

    n = 6
    return inner()


print(outer())


def g(a, b=a if "a" in globals() else "no a"):
    return b


print(g(1))
