import abc
from collections.abc import Mapping, MutableMapping
class M(abc.ABCMeta): pass
class X(Mapping, metaclass=M):
    def __getitem__(self,k): return 1
    def __iter__(self): return iter('a')
    def __len__(self): return 1
print(type(X), dict(X()), isinstance(X(), Mapping), type(Mapping))
class Y(MutableMapping, metaclass=M):
    @abc.abstractmethod
    def q(self): pass
try: Y()
except TypeError as e: print(e)
