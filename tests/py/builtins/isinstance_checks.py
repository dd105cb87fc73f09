def err(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", r)
print(isinstance(1, int), isinstance(True, int), isinstance("a", (int, str)), isinstance(1.5, (int, (str, float))), isinstance(None, type(None)), isinstance(int, type), isinstance(1, object))
print(isinstance(1, int | str), isinstance(None, int | None), isinstance("a", int | None), issubclass(bool, int), issubclass(int, (str, int)), issubclass(int, int | str), issubclass(bool, object))
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), issubclass(B, A), issubclass(A, B), isinstance(B, type), isinstance(A(), ()))
class Meta(type):
    def __instancecheck__(cls, o): return o == 42
    def __subclasscheck__(cls, c): return c is int
class M(metaclass=Meta): pass
print(isinstance(42, M), isinstance(41, M), issubclass(int, M), issubclass(str, M), isinstance(42, (str, M)))
err(lambda: isinstance(1, 5))
err(lambda: isinstance(1, "int"))
err(lambda: isinstance(1, (int, 5)))
err(lambda: isinstance("a", (int, 5)))
err(lambda: issubclass(1, int))
err(lambda: issubclass(int, 5))
err(lambda: isinstance(1, list[int]))
err(lambda: isinstance([], list[int]))
err(lambda: issubclass(list, list[int]))
err(lambda: isinstance(1))
print(callable(len), callable(A), callable(5), callable(lambda: 1), callable(A().__init__))
class C:
    def __call__(self): return 1
print(callable(C()), C()())
