from typing import *
import typing
T = TypeVar("T")
print(Union[str, Sequence[str], None], Optional[int], List[int], Dict[str, Any], Tuple[int, ...], Callable[[int], str], Callable[..., int])
print(Literal["a", 1], Annotated[int, "x"], ClassVar[int], Type[int], Union[int, int], Optional[Union[int, str]])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Optional[int]), get_args(Optional[int]), get_args(Callable[[int], str]))
class Repo(Generic[T]):
    def get(self): return 1
class URepo(Repo[int]): pass
print(URepo().get(), Repo[int]().get(), URepo.__mro__[1].__name__)
class P(NamedTuple):
    x: int
    y: str = "d"
print(P(1), P(1, "e").y, P._fields, P(3)._asdict())
class TD(TypedDict, total=False):
    a: int
print(TD(a=1), TD.__annotations__)
UserId = NewType("UserId", int)
print(UserId(3), T, cast(int, "q"), TYPE_CHECKING)
print(Union[int, str] == Union[str, int], List[int] == List[int], hash(List[int]) == hash(List[int]))
class Proto(Protocol):
    def f(self) -> int: ...
class Q:
    a: "int" = 1
    b: Optional["Q"] = None
    def m(self): pass
print(get_type_hints(Q))
print(isinstance([], typing.List), isinstance({}, typing.Mapping), issubclass(dict, typing.Mapping))
print(int | None, Optional[int] | str, List[T][int])
def f(x: int) -> str: ...
print(get_type_hints(f), Any is typing.Any, ForwardRef("x"))
