# A name assigned anywhere in a function is local everywhere in it.
x = 1


def f():
    print(x)
    x = 2


def g():
    x += 1


def h():
    if False:
        x = 1
    return x


def k():
    for x in []:
        pass
    return x


def m():
    [x for x in [1]]
    return x


def n():
    import math as x2
    del x2
    return x2


for fn in (f, g, h, k, m, n):
    try:
        print(fn())
    except UnboundLocalError as e:
        print(e)
