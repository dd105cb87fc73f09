# __init_subclass__ gets the keywords of the class statement.
class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)


class A(Base, tag="a"): pass
class B(A): pass


class Mixin:
    def __init_subclass__(cls, **kw):
        print("mixin", cls.__name__, kw)
        super().__init_subclass__(**kw)


class C(Mixin, Base, tag="c"): pass


print(Base.registry, A.tag, B.tag, C.tag)
for code in ["class X(Base, nope=1): pass", "class X(object, a=1): pass", "class X(a=1): pass"]:
    try:
        exec(code)
    except TypeError as e:
        print(e)
print(type("D", (Base,), {}, tag="d").tag)
