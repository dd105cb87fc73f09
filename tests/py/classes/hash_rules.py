# __hash__: from object, lost by __eq__, kept by naming it.
class A: pass


class B:
    def __eq__(self, o): return True


class C(B):
    __hash__ = A.__hash__


class D:
    def __hash__(self): return 2**65


class E:
    def __hash__(self): return "x"


class F:
    def __hash__(self): return -1


class G(D):
    def __eq__(self, o): return self is o
    __hash__ = D.__hash__


print(hash(A()) is not None, B.__hash__, isinstance(hash(C()), int), hash(D()) == hash(2**65), hash(F()), hash(G()) == hash(D()))
for thing in (B(), E()):
    try:
        hash(thing)
    except TypeError as e:
        print(e)
d = {}
a1 = A()
d[a1] = 1
print(d[a1], A() in d)
