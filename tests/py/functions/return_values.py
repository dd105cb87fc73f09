# What functions return.
def a(): return
def b(): return None
def c(): pass
def d(): return 1, 2
def e(): return (yield)
def f(x):
    if x:
        return "yes"


def g():
    for i in range(3):
        if i == 1:
            return i


print(a(), b(), c(), d(), type(e()).__name__, f(1), f(0), g())
