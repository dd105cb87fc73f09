# Generator based context managers written by hand, nested and reused.
class manager:
    def __init__(self, f):
        self.f = f

    def __call__(self, *a):
        return Running(self.f(*a))


class Running:
    def __init__(self, g):
        self.g = g

    def __enter__(self):
        return next(self.g)

    def __exit__(self, kind, error, tb):
        if kind is None:
            try:
                next(self.g)
            except StopIteration:
                return False
            raise RuntimeError("did not stop")
        try:
            self.g.throw(error)
        except StopIteration:
            return True
        except BaseException as other:
            if other is error:
                return False
            raise
        raise RuntimeError("did not stop after throw")


@manager
def section(name):
    print("begin", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print("end", name)


with section("a") as a:
    print(a)
with section("b"):
    raise ValueError("x")
try:
    with section("c"):
        raise KeyError("y")
except KeyError as e:
    print("through", e)
with section("d") as d, section("e") as e:
    print(d, e)


def f():
    for name in "xyz":
        with section(name):
            if name == "y":
                return name


print(f())


@manager
def converting():
    try:
        yield
    except KeyError as e:
        raise TypeError("converted") from e


try:
    with converting():
        {}["q"]
except TypeError as e:
    print(e, repr(e.__cause__))


@manager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as e:
    print(e)


def gen_with():
    with section("g"):
        yield 1
        yield 2


for x in gen_with():
    print(x)
