from abc import ABCMeta
class Closable(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Closable:
            return any("close" in k.__dict__ for k in other.__mro__)
        return NotImplemented
class A:
    def close(self): pass
class B: pass
print(issubclass(A, Closable), issubclass(B, Closable), isinstance(A(), Closable))
