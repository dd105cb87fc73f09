# __repr__, __str__, __format__ and who uses which.
class A:
    def __repr__(self): return "A()"


class B(A):
    def __str__(self): return "b"


class C:
    def __str__(self): return "c"


print(A(), B(), [A(), B()], f"{B()} {B()!r} {A()}", str(A()), "%s %r" % (B(), B()), "{} {!r}".format(B(), B()), repr(B()), {B(): 1}, (B(),))
print(str(C()), repr(C()).startswith("<__main__.C object at 0x"))


class F:
    def __format__(self, spec): return spec.upper() or "empty"


print(f"{F():abc}", f"{F()}", format(F()), "{:x}{}".format(F(), F()), f"{F()!s:>5}"[:5] != "")
for bad in (5, None, b"x"):
    class Bad:
        def __repr__(self): return bad
        def __format__(self, spec): return bad
    for f in (repr, str, format):
        try:
            f(Bad())
        except TypeError as e:
            print(e)
try:
    f"{object():x}"
except TypeError as e:
    print(e)
