class A:
    n = 1
    @classmethod
    def make(cls, *a): return (cls.__name__, cls.n, a)
    @staticmethod
    def util(a, b=2): return a + b
    @classmethod
    def get(cls): return cls
class B(A):
    n = 2
    @classmethod
    def make(cls, *a): return ("B", super().make(*a))
print(A.make(1), A().make(2), B.make(3), B().make())
print(A.util(1), A().util(1, 1), B.util(5), B().get() is B, A.get() is A)
print(A.__dict__["make"].__func__.__name__, type(A.__dict__["util"]).__name__, A.make.__name__, A.util.__name__)
@staticmethod
def free(x): return x * 2
print(free(4))
print(A.make.__self__ is A, B.get.__self__ is B)
class M:
    @classmethod
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(M[1], M[1, 2])
def deco(f):
    def wrapper(cls): return "wrapped " + f(cls)
    return wrapper
class D:
    @classmethod
    @deco
    def m(cls): return cls.__name__
print(D.m())
