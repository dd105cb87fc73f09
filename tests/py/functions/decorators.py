# Decorators: order, arguments, any expression, on classes.
def tag(name):
    print("make", name)

    def deco(f):
        print("apply", name, f.__name__)
        f.tags = getattr(f, "tags", []) + [name]
        return f

    return deco


@tag("a")
@tag("b")
def f(): pass


@tag("class")
class C:
    @tag("method")
    def m(self): pass


print(f.tags, C.tags, C.m.tags)
decos = {"x": [lambda f: "replaced"]}


@decos["x"][0]
def g(): pass


@lambda f: f.__name__.upper()
def h(): pass


@(lambda c: c if True else None)
class D: pass


print(g, h, D.__name__)
try:
    @5
    def k(): pass
except TypeError as e:
    print(e)
