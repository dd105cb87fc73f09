# Cells: shared between functions, rebound by nonlocal, unset before assignment.
def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def read():
        return n

    return up, read


up, read = counter()
up()
up(5)
print(read())
other_up, other_read = counter()
other_up()
print(read(), other_read())


def deep():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = x + "+inner"
            return x
        return inner()
    middle()
    return x


print(deep())


def late():
    def show():
        return value
    try:
        show()
    except NameError as e:
        print(e)
    value = 3
    return show()


print(late())


def unbound():
    try:
        print(y)
    except UnboundLocalError as e:
        print(e)
    y = 1
    del y
    try:
        y
    except UnboundLocalError as e:
        print(e)


unbound()


def loop():
    functions = []
    for i in range(3):
        def f():
            return i
        functions.append(f)
    return [f() for f in functions]


print(loop())


def parameter_cell(a, *args, **kw):
    def g():
        return a, args, kw
    a += 1
    return g()


print(parameter_cell(1, 2, z=3))
print(parameter_cell.__closure__)


def has_cell():
    v = 42
    def g():
        return v
    return g


print(has_cell().__closure__[0].cell_contents, has_cell().__code__.co_freevars)


def recursive(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)
    return fact(n)


print(recursive(25))
