# __getattr__ only when all else fails; __getattribute__ always.
class A:
    x = 1

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(f"never {name}")
        return f"made {name}"


a = A()
a.y = 2
print(a.x, a.y, a.z, hasattr(a, "nope"), getattr(a, "nothing", "default"))


class B:
    x = 1

    def __getattribute__(self, name):
        if name == "x":
            return "hooked"
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return "fallback " + name


b = B()
b.y = 5
print(b.x, b.y, b.q, b.__dict__, b.__class__.__name__)


class C:
    @property
    def p(self):
        raise AttributeError("from property")

    def __getattr__(self, name):
        return "getattr " + name


print(C().p)


class D:
    @property
    def p(self):
        return self.missing


try:
    D().p
except AttributeError as e:
    print(e, e.name)
