# callable() and what it says.
class C:
    def __call__(self): return "called"


class D:
    pass


c = C()
d = D()
d.__call__ = lambda: 1
print(callable(c), callable(d), callable(C), callable(len), callable(lambda: 0), callable(5), callable("x".upper), callable(None), callable(C.__call__), c())
try:
    d()
except TypeError as e:
    print(e)
try:
    callable()
except TypeError as e:
    print(e)
