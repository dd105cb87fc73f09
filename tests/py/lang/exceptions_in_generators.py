# Errors crossing yields: handled state, finally order, throw into delegates, context.
import sys


def handler():
    try:
        raise ValueError("gen")
    except ValueError:
        yield sys.exc_info()[0].__name__
        yield sys.exc_info()[0].__name__
    yield sys.exc_info()[0]


g = handler()
try:
    raise KeyError("outside")
except KeyError:
    print(next(g), sys.exc_info()[0].__name__)
    print(next(g), sys.exc_info()[0].__name__)
    print(next(g) is None or sys.exc_info()[0].__name__)
print(sys.exc_info()[0])


def raising():
    yield 1
    raise KeyError("from generator")


try:
    for x in raising():
        print(x)
except KeyError as e:
    print("caught", e)


def context():
    try:
        yield
    except ValueError:
        raise TypeError("converted")


g = context()
next(g)
try:
    g.throw(ValueError("thrown"))
except TypeError as e:
    print(e, "<-", repr(e.__context__))


def outer():
    try:
        yield from inner()
    finally:
        print("outer finally")


def inner():
    try:
        yield 1
        yield 2
    finally:
        print("inner finally")


g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(KeyError)
except KeyError as e:
    print(repr(e))


def catches():
    while True:
        try:
            x = yield
            print("got", x)
        except ValueError as e:
            print("caught", e)


g = catches()
next(g)
g.send(1)
g.throw(ValueError("v"))
g.send(2)
g.close()
g = catches()
try:
    g.throw(ValueError("not started"))
except ValueError as e:
    print(e)
try:
    next(g)
except StopIteration:
    print("finished")


def return_in_finally():
    try:
        yield 1
    finally:
        return "fin"


g = return_in_finally()
next(g)
try:
    g.throw(KeyError("lost"))
except StopIteration as e:
    print(e.value)
try:
    list(x / 0 for x in [1])
except ZeroDivisionError as e:
    print(e)
