class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, int)), isinstance(True, int), issubclass(B, (int, A)), isinstance(int, type), isinstance(1, int | str), issubclass(bool, int), isinstance(None, type(None)))
class Meta(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
class W(metaclass=Meta): pass
print(isinstance(5, W), isinstance(6, W), issubclass(int, W), issubclass(str, W))
for f in (lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: isinstance(1, (int, "a")) , lambda: isinstance("x", (1, str))):
    try:
        print(f())
    except TypeError as e:
        print(e)
a = A(); a.__class__ = B; print(type(a).__name__, isinstance(a, B))
try:
    a.__class__ = int
except TypeError as e:
    print("TypeError")
