# yield from: values, results, send, throw and close go through.
def inner():
    try:
        x = yield 1
        print("inner got", x)
        yield 2
    except ValueError as e:
        print("inner caught", e)
        yield 3
    finally:
        print("inner done")
    return "inner result"


def outer():
    r = yield from inner()
    print("r", r)
    yield from [10, 20]
    yield from "ab"
    s = yield from (i for i in ())
    yield s


o = outer()
print(next(o), o.send("hello"), list(o))
o = outer()
print(next(o), o.throw(ValueError("thrown")), next(o))
o = outer()
next(o)
o.close()
for code in ["list((lambda: (yield from 5))())", "list((lambda: (yield from None))())"]:
    try:
        eval(code)
    except TypeError as e:
        print(e)


class It:
    def __iter__(self): return self
    def __next__(self):
        raise StopIteration("value of a class")


def f():
    return (yield from It())


try:
    next(f())
except StopIteration as e:
    print(e.value)
