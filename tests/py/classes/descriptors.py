# The descriptor protocol: __get__, __set__, __delete__, __set_name__.
class D:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2

    def __delete__(self, obj):
        print("delete", self.name)
        obj.__dict__.pop(self.name, None)


class A:
    x = D()
    y = D()


a = A()
print(a.x)
a.x = 4
print(a.x, vars(a), A.x is A.__dict__["x"])
del a.x
print(a.x)


class Only:
    def __set__(self, obj, v):
        print("only set", v)


class B:
    o = Only()


b = B()
b.o = 1
print(type(b.o).__name__)
try:
    del b.o
except AttributeError as e:
    print(e)
A.z = D()
try:
    A().z
except AttributeError as e:
    print(e)
