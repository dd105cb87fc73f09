# A deleted local is unbound, even in closures; it can be bound again.
def f():
    x = 1
    del x
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 2
    return x


def g():
    y = 1

    def inner():
        return y

    del y
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    y = 3
    return inner()


print(f(), g())


def h():
    del z
    z = 1


try:
    h()
except UnboundLocalError as e:
    print(e)
