# Defaults are evaluated once, when the function is made.
def grow(item, into=[]):
    into.append(item)
    return into


print(grow(1), grow(2), grow(3, []))
count = 0


def next_count():
    global count
    count += 1
    return count


def f(a=next_count(), *, b=next_count()):
    return a, b


print(f(), f(), count)
print(f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (7,)
print(f())
makers = [lambda i=i: i * i for i in range(4)]
print([m() for m in makers])
print([m() for m in [lambda: i for i in range(3)]])
print((lambda *a, **k: (a, k))(1, x=2))
print(f.__name__, f.__qualname__, f.__module__, f.__doc__)


def documented():
    "says what it does"


print(documented.__doc__)
documented.label = "x"
print(documented.label, documented.__dict__)
