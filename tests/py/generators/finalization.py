"""finally of generators: close, exhaustion, throw, return in loops"""
log = []


def g(name, swallow=False):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append(name + " exit")
        if swallow:
            yield "swallowed"
        raise
    except ValueError as e:
        log.append(name + " " + str(e))
        yield "after"
    finally:
        log.append(name + " finally")


a = g("closed")
next(a)
a.close()
a.close()
print(log, list(a))
log.clear()
b = g("never started")
b.close()
print(log)
c = g("exhausted")
print(list(c), log)
log.clear()
d = g("thrown")
next(d)
print(d.throw(ValueError("t")), log, list(d), log)
log.clear()
e = g("swallows", True)
next(e)
try:
    e.close()
except RuntimeError as error:
    print(error)
try:
    e.close()
except BaseException as error:
    print(type(error).__name__)
print(log)
log.clear()


def outer():
    try:
        yield from g("inner")
    finally:
        log.append("outer finally")


o = outer()
next(o)
o.close()
print(log)
log.clear()
o = outer()
next(o)
try:
    o.throw(KeyError("k"))
except KeyError as error:
    print(error, log)


def returns():
    try:
        yield 1
        return "value"
    finally:
        log.append("returning")


r = returns()
next(r)
try:
    next(r)
except StopIteration as s:
    print(s.value, log[-1])
print(r.close())
for bad in (lambda: g("x").send(1), lambda: g("x").throw(1), lambda: next(r), lambda: g("x").throw(ValueError, "text").x):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
