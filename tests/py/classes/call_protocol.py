# __call__ on instances, classes and metaclasses; super().__call__.
class A:
    def __init__(self): self.n = 0
    def __call__(self, *a, **k):
        self.n += 1
        return self.n, a, k


a = A()
print(a(), a(1, x=2), callable(a), list(map(a, [1])), a.__call__(5))


class B(A):
    def __call__(self, *a):
        return ("B",) + super().__call__(*a)


print(B()(1))


class P:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return self.f(*a)
    def __get__(self, obj, cls=None): return P(lambda *a: self.f(obj, *a)) if obj else self


class C:
    @P
    def m(self, x): return type(self).__name__, x


print(C().m(3))
