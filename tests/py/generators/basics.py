# Generator functions: nothing runs until asked; return ends them.
def g():
    print("start")
    yield 1
    print("middle")
    x = yield 2
    print("got", x)
    return "result"


it = g()
print(type(it).__name__, next(it), next(it))
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value)
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value)
print(list(g()), iter(it) is it, it.__name__, it.__qualname__)
