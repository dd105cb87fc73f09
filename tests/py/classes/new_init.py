# __new__ and __init__: order, other types, arguments.
class A:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)

    def __init__(self, x, y=2):
        print("init", x, y)


A(1)
A(1, y=3)


class B:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never")


print(B())


class C(A):
    def __new__(cls, *a):
        return A(0)


C(9)


class D:
    def __init__(self):
        return 5


class E:
    __new__ = None


for code in ["D()", "E()", "object.__new__(5)", "object.__new__()", "int.__new__(str)", "object.__new__(int)", "A.__new__()", "str.__new__(A)"]:
    try:
        eval(code)
    except TypeError as e:
        print(code, "->", e)
s = object.__new__(A)
print(type(s).__name__, vars(s))
