from abc import ABC, abstractmethod
class Base(ABC):
    @abstractmethod
    def one(self): ...
    @abstractmethod
    def two(self): ...
class Half(Base):
    def one(self): return 1
class Whole(Half):
    def two(self): return 2
for cls in (Base, Half):
    try:
        cls()
    except TypeError as e:
        print(e)
print(Whole().one(), Whole().two())
print(sorted(Base.__abstractmethods__), sorted(Half.__abstractmethods__), Whole.__abstractmethods__)
