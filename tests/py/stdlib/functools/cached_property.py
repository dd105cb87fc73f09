from functools import cached_property
class A:
    n = 0
    @cached_property
    def v(self):
        self.n += 1; return self.n
a = A(); print(a.v, a.v, a.n, a.__dict__); del a.v; print(a.v)
a.v = 10; print(a.v, A.v.__class__.__name__)
