# __class__ can be read and assigned; __name__, __module__, __qualname__, __bases__, __doc__.
class A:
    "doc A"
    def f(self): return "A.f"


class B:
    def f(self): return "B.f"


a = A()
a.v = 1
a.__class__ = B
print(a.f(), a.v, type(a) is B, isinstance(a, A))
print(A.__name__, A.__qualname__, A.__module__, A.__bases__, A.__doc__, B.__doc__, A.__class__, type(A), A.f.__qualname__)
A.__name__ = "Renamed"
print(A, A.__name__, A.__qualname__)
A.__qualname__ = "Other.Name"
print(A)
for code in ["a.__class__ = 5", "A.__mro__ = ()", "int.__name__ = 'x'", "A.__module__ = 'm'; print(A.__module__)", "A.__doc__ = 'd'; print(A.__doc__)"]:
    try:
        exec(code)
        print(code, "fine")
    except (TypeError, AttributeError) as e:
        print(code, "->", type(e).__name__, e)
