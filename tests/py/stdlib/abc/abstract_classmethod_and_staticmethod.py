from abc import ABC, abstractmethod
class A(ABC):
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def help(): ...
class B(A):
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def help(): return "h"
print(B.make(), B.help(), B().make())
try:
    A()
except TypeError as e:
    print(e)
