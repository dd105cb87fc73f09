a, b = [], []
print(id(a) == id(a), id(a) == id(b), id(None) == id(None), id(1) == id(1), id("x") == id("x"))
print(hash(1), hash(True), hash(1.0), hash(0), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(0.5) == hash(0.5), hash(None) == hash(None))
print(hash("a") == hash("a"), hash(b"a") == hash(b"a"), hash((1, 2)) == hash((1, 2)), hash(int) == hash(int), hash(1.5) == hash(3 / 2))
class A: pass
x = A()
print(hash(x) == hash(x), x == x, x == A(), A() != A())
class H:
    def __hash__(self): return 7
    def __eq__(self, o): return True
print(hash(H()), {H(): 1}[H()], len({H(), H()}))
class NH:
    __hash__ = None
try:
    hash(NH())
except TypeError as e:
    print(e)
print(hash(2 ** 64) == hash(2 ** 64), hash(10 ** 30) == hash(10 ** 30), hash(float(2 ** 70)) == hash(2 ** 70))
