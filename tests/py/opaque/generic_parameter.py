# A type variable of a library that is not available; dataclass fields whose default is a mapping proxy.
import types
from dataclasses import dataclass
from typing import Generic

from a1 import T
from sqlalchemy.ext.asyncio import AsyncResult
from sqlalchemy.orm.util import AliasedClass


class A(Generic[T]):
    pass


class B(A[int]):
    table: AliasedClass[int]
    rows: AsyncResult[int]


@dataclass(frozen=True)
class C:
    names: object = types.MappingProxyType({"x": 1})


print(B.__mro__[1].__name__, C())
try:
    hash(types.MappingProxyType({}))
except TypeError as e:
    print(e)
# expect: A C(names=mappingproxy({'x': 1}))
# expect: unhashable type: 'dict'
