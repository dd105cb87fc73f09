# Defaults are evaluated once.
def f(x, acc=[]):
    acc.append(x)
    return acc


print(f(1), f(2), f(3, []), f.__defaults__)
order = []


def log(n):
    order.append(n)
    return n


def g(a=log(1), *, b=log(2), c: log(3) = log(4)) -> log(5):
    pass


print(order)
