# Which metaclass is taken, and conflicts.
class M1(type): pass
class M2(type): pass
class M3(M1): pass


class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(metaclass=M3): pass
class D(A, C): pass


print(type(D).__name__, type(type("X", (C,), {})).__name__)
for code in ["class X(A, B): pass", "class X(A, metaclass=M2): pass", "type('X', (A, B), {})"]:
    try:
        exec(code)
    except TypeError as e:
        print(e)


def maker(name, bases, ns, **kw):
    print("made by a function", name, bases, kw)
    return 42


class F(metaclass=maker, a=1):
    pass


print(F)
