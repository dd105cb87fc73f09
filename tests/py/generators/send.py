# send: the first must be None; values arrive at yield expressions.
def acc():
    total = 0
    while True:
        n = yield total
        if n is None:
            continue
        total += n


a = acc()
try:
    a.send(5)
except TypeError as e:
    print(e)
print(a.send(None), a.send(5), next(a), a.send(2))
a.close()
try:
    a.send(1)
except StopIteration as e:
    print(repr(e))


def echo():
    r = yield
    while True:
        r = yield r * 2


e = echo()
next(e)
print([e.send(i) for i in range(4)])
for args in [(), (1, 2)]:
    try:
        e.send(*args)
    except TypeError as err:
        print(err)
