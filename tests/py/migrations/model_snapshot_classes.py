# Plain classes that stand for models: defaults, repr, comparison, slots, class registries.
class Registry(type):
    known = {}

    def __new__(mcs, name, bases, body, **options):
        cls = super().__new__(mcs, name, bases, body)
        if bases:
            mcs.known[options.get("table", name.lower() + "s")] = cls
        return cls

    def __init__(cls, name, bases, body, **options):
        super().__init__(name, bases, body)


class Model(metaclass=Registry):
    def __init__(self, **values):
        for key, value in values.items():
            if key not in self.__annotations__:
                raise TypeError(f"{key!r} is an invalid keyword argument for {type(self).__name__}")
            setattr(self, key, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={getattr(self, k)!r}' for k in self.__annotations__ if hasattr(self, k))})"


class User(Model):
    id: int
    name: str = "anonymous"


class Person(Model, table="people"):
    id: int


print(Registry.known, User(id=1), User(id=2, name="x"), Person(id=3))
try:
    Person(nope=1)
except TypeError as e:
    print(e)
print(User.__annotations__, User.name, hasattr(User, "id"), type(User).__name__, User.__mro__)
