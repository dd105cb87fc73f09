# Model classes without a library: mixins, declared attributes, __init_subclass__, __set_name__.
class Column:
    counter = 0

    def __init__(self, type_, **options):
        Column.counter += 1
        self.order, self.type, self.options, self.name = Column.counter, type_, options, None

    def __set_name__(self, owner, name):
        self.name = self.name or name
        self.owner = owner.__name__

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, self.options.get("default"))

    def __set__(self, instance, value):
        if not isinstance(value, self.type):
            raise TypeError(f"{self.owner}.{self.name}: {value!r} is not {self.type.__name__}")
        instance.__dict__[self.name] = value


class Base:
    tables = {}

    def __init_subclass__(cls, abstract=False, **kwargs):
        super().__init_subclass__(**kwargs)
        if abstract:
            return
        cls.columns = sorted((c for k in cls.__mro__ for c in vars(k).values() if isinstance(c, Column)), key=lambda c: c.order)
        Base.tables[getattr(cls, "__tablename__", cls.__name__.lower())] = cls


class Timestamps:
    created = Column(int, default=0)


class Named(Base, abstract=True):
    name = Column(str, default="?")


class User(Timestamps, Named):
    __tablename__ = "users"
    id = Column(int)


print({t: [c.name for c in k.columns] for t, k in Base.tables.items()}, User.id.name, User.created.owner)
u = User()
u.name = "kim"
print(u.name, u.created, u.id, vars(u), User.__mro__[1:4])
try:
    u.id = "x"
except TypeError as e:
    print(e)
