import a1
from typing import Generic, TypeVar
T = TypeVar('T')
class A(a1.Base[int], Generic[T]): pass
class B(a1.Repo[T]): pass
print(A.__name__, B().x)
# error: 6:1 ImportError: `a1.Repo[...].x` comes from module 'a1'
