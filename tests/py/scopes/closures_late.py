# Closures see the variable, not its value; defaults freeze it.
fs = []
for i in range(3):
    fs.append(lambda: i)
    fs.append(lambda i=i: i)
print([f() for f in fs])


def make():
    return [lambda x: x * n for n in range(3)]


print([f(2) for f in make()])


def outer():
    a = 1

    def get():
        return a

    def set(v):
        nonlocal a
        a = v

    return get, set


get, set_ = outer()
set_(9)
print(get(), get.__closure__[0].cell_contents, get.__code__.co_freevars)
