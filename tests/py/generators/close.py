# close: runs finally, refuses a further yield, returns quietly otherwise.
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")


it = g()
next(it)
print(it.close(), it.close(), list(it))
print(g().close())


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def swallow():
    try:
        yield 1
    except GeneratorExit:
        return


w = swallow()
next(w)
print(w.close())


def raises():
    try:
        yield
    finally:
        raise KeyError("in close")


r = raises()
next(r)
try:
    r.close()
except KeyError as e:
    print(repr(e))
