# Generic classes: __parameters__, __orig_bases__, subscripts of subscripts.
from typing import Dict, Generic, List, Optional, TypeVar, Union, get_args, get_origin

T = TypeVar("T")
K = TypeVar("K")


class Box(Generic[T]):
    pass


class Pair(Box[T], Generic[T, K]):
    pass


print(Box.__parameters__, Pair.__parameters__, Box[int], Box[int].__parameters__)
print(Pair[int, K].__parameters__, Pair[int, K][str])
print(Box.__orig_bases__, Pair.__orig_bases__)
print(List[T].__parameters__, Dict[K, List[T]].__parameters__, Dict[K, List[T]][int, str])
print(Union[T, None].__parameters__, Optional[T][int])
print(get_origin(Box[int]), get_args(Pair[int, str]))
print(list[T].__parameters__, list[T][int], dict[str, T][bytes])
for bad in (lambda: Box[int, str], lambda: Box[int][str], lambda: Generic[int], lambda: Generic[T, T]):
    try:
        print(bad())
    except TypeError as e:
        print(e)
print(Box[int]().__orig_class__, Box[int] == Box[int], hash(Box[int]) == hash(Box[int]))
