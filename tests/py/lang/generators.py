# yield, send, throw, close, return values, delegation.
def count(n):
    for i in range(n):
        yield i


print(list(count(3)), sum(count(5)), [*count(2)], tuple(count(1)), dict((i, i) for i in count(2)))


def echo():
    received = []
    try:
        while True:
            got = yield len(received)
            received.append(got)
    except ValueError as e:
        yield f"caught {e}"
    finally:
        print("cleanup", received)


g = echo()
print(next(g), g.send("a"), g.send("b"), g.throw(ValueError("x")))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)


def returns():
    yield 1
    return "value"


def delegate():
    result = yield from returns()
    print("result", result)
    yield from [10, 20]
    yield from count(2)
    return "end"


print(list(delegate()))
g = returns()
next(g)
try:
    next(g)
except StopIteration as e:
    print(e.value)
print(next(g, "exhausted"))


def closing():
    try:
        yield 1
    finally:
        print("closed")


g = closing()
next(g)
g.close()
g.close()


def refuses():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


g = refuses()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def inner():
    try:
        x = yield "i1"
        print("inner got", x)
    except KeyError as e:
        print("inner caught", repr(e))
        yield "i2"
    return "inner done"


def outer():
    r = yield from inner()
    yield r


g = outer()
print(next(g), g.throw(KeyError("k")), next(g))


def stops():
    yield 1
    raise StopIteration("early")


try:
    list(stops())
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)


def recursive(tree):
    if isinstance(tree, list):
        for t in tree:
            yield from recursive(t)
    else:
        yield tree


print(list(recursive([1, [2, [3, 4]], [[5]]])))
g = (x * x for x in range(4) if x % 2)
print(next(g), list(g), list(g))


def self_running():
    next(me)
    yield


me = self_running()
try:
    next(me)
except ValueError as e:
    print(e)
try:
    count(2).send(5)
except TypeError as e:
    print(e)
print(count.__name__, count(1).__name__, type(count(1)).__name__)


def handled():
    try:
        raise ValueError("inside")
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as e:
            yield str(e)


print(list(handled()))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fib()
print([next(f) for _ in range(12)])
a, *b = count(4)
print(a, b)
print(max(count(4)), sorted(count(4), reverse=True), any(x > 2 for x in count(4)), all(count(3)))
