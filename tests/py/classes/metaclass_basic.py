# Metaclasses: __new__, __init__, __call__, __prepare__, keywords.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")))
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def method(cls):
        return "meta method of " + cls.__name__

    @property
    def prop(cls):
        return "meta prop"


class A(metaclass=Meta, flag=1):
    x = 1

    def __init__(self, *args):
        self.args = args


class B(A):
    pass


print(type(B).__name__, B.prepared, A(1, 2).args, B.method(), A.prop, isinstance(A, Meta))
try:
    A().method()
except AttributeError as e:
    print(e)
try:
    A().prop
except AttributeError as e:
    print(e)
