"""descriptors, __getattr__, __getattribute__, __set_name__, class attributes, deletion"""
class Field:
    def __set_name__(self, owner, name):
        self.name = name
        print("set name", owner.__name__, name)

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, f"no {self.name}")

    def __set__(self, instance, value):
        instance.__dict__[self.name] = f"<{value}>"

    def __delete__(self, instance):
        print("delete", self.name)
        instance.__dict__.pop(self.name, None)


class Once:
    def __get__(self, instance, owner):
        return "computed"


class Model:
    a = Field()
    b = Once()
    c = 3

    def __getattr__(self, name):
        if name.startswith("x"):
            return "dynamic " + name
        raise AttributeError(f"no attribute {name} here")


m = Model()
print(m.a, m.b, m.c, m.xyz, type(Model.a).__name__, Model.b)
m.a, m.b, m.c = 1, 2, 4
print(m.a, m.b, m.c, Model.c, m.__dict__)
del m.a, m.b, m.c
print(m.a, m.b, m.c)
for name in "a", "b", "c", "q":
    try:
        delattr(m, name)
        print("deleted", name)
    except AttributeError as e:
        print(e)
for action in (lambda: m.q, lambda: Model.q, lambda: setattr(m, 1, 2), lambda: getattr(m, 1), lambda: hasattr(m, None), lambda: getattr(m, "q", "default"), lambda: Model.__dict__["c"], lambda: setattr(Model, "__dict__", {}), lambda: m.__class__.__name__):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


class Guard:
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return f"fallback {name}"

    secret = 5
    open = 6


g = Guard()
print(g.secret, g.open, g.other, Guard.secret)
Model.d = Field()
try:
    m.d = 1
except AttributeError as e:
    print(e)
