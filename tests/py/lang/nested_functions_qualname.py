# __qualname__ and repr of functions, methods, classes, lambdas, generators.
def outer():
    def inner():
        return lambda: 0
    class Local:
        def m(self):
            def deep():
                pass
            return deep
    return inner, Local


inner, Local = outer()
print(outer.__qualname__, inner.__qualname__, inner().__qualname__, Local.__qualname__, Local.m.__qualname__, Local().m().__qualname__)


class A:
    class B:
        def f(self): pass
        g = lambda self: 0
        h = [lambda: 1 for _ in range(1)][0]

    def gen(self):
        yield


print(A.B.__qualname__, A.B.f.__qualname__, A.B.g.__qualname__)
print(repr(A), repr(A.B), repr(outer).split(" at ")[0], repr(A.B.f).split(" at ")[0], repr(A().gen()).split(" at ")[0])
print(repr(A().gen).split(" at ")[0].split(" of ")[0])
print([f.__name__ for f in (outer, inner, A.gen, len, "".join)])


def glob():
    global made
    def made():
        pass


glob()
print(made.__qualname__)
outer.__qualname__ = "renamed"
outer.__name__ = "short"
print(outer.__qualname__, outer.__name__)
try:
    outer()
    outer(1)
except TypeError as e:
    print(e)
print((x for x in []).__qualname__, type(x for x in []).__name__)
print(A.__dict__["gen"] is A.gen, A.gen.__module__, A.B.__module__)
