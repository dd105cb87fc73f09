from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def go(self, x):
        return x + 1
class B(A):
    def go(self, x):
        return super().go(x) * 10
print(B().go(1))
