from contextlib import ContextDecorator, AbstractContextManager
class T(ContextDecorator):
    def __enter__(self): print("in"); return self
    def __exit__(self, *e): print("out", e[0]); return False
@T()
def f(x): print(x); return x + 1
print(f(1))
class A(AbstractContextManager):
    def __exit__(self, *e): return None
with A() as a: print(type(a).__name__)
