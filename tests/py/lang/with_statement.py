# Context managers: order, errors, suppression, early exits, several items.
class Manager:
    def __init__(self, name, suppress=False):
        self.name = name
        self.suppress = suppress

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error, traceback is not None)
        return self.suppress


with Manager("a") as a:
    print("body", a)
with Manager("b"), Manager("c") as c:
    print(c)
with (Manager("d") as d, Manager("e") as e):
    print(d, e)
with Manager("s", True):
    raise ValueError("suppressed")
try:
    with Manager("t"):
        raise ValueError("goes on")
except ValueError as error:
    print("caught", error)


def returns():
    with Manager("r"):
        return "value"


def breaks():
    for i in range(3):
        with Manager(f"l{i}"):
            if i == 0:
                continue
            if i == 1:
                break
    return i


def nested():
    with Manager("outer", True):
        with Manager("inner"):
            raise KeyError("deep")
    return "after"


print(returns(), breaks(), nested())
with Manager("x", True), Manager("y"):
    1 / 0


class EnterFails:
    def __enter__(self):
        raise RuntimeError("enter failed")

    def __exit__(self, *a):
        print("never")


try:
    with Manager("first"), EnterFails():
        pass
except RuntimeError as e:
    print(e)


class ExitFails:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        raise KeyError("exit failed")


try:
    with ExitFails():
        raise ValueError("body failed")
except KeyError as e:
    print(e, repr(e.__context__))
try:
    with 5:
        pass
except TypeError as e:
    print(e)
with Manager("tuple") as (x, *y):
    print(x, y)


class Target:
    pass


t = Target()
with Manager("attr") as t.value:
    pass
print(t.value)


def generator():
    with Manager("gen"):
        yield 1
        yield 2


g = generator()
next(g)
g.close()
