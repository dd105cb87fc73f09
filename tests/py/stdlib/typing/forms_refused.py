# How many arguments the forms take, literals that are one, and what is not instantiated.
from typing import *


def t(fn):
    try:
        r = fn()
        print(r)
    except BaseException as e:
        print(type(e).__name__, e)


t(lambda: List[int, str])
t(lambda: Dict[int])
t(lambda: Mapping[int])
t(lambda: Generator[int, None])
t(lambda: Dict[str, List[int]])
t(lambda: Tuple[int, str, float])
t(lambda: Literal[1, "a", 1, True, Literal["a", 2]])
t(lambda: Literal[()])
t(lambda: Optional[int, str])
t(lambda: Union[()])
t(lambda: Callable[int])
t(lambda: List())
t(lambda: List[int]())
t(lambda: Dict[str, int]())
t(lambda: Type())
t(lambda: Any())
t(lambda: Union())
t(lambda: Annotated[int])
t(lambda: isinstance([], List[int]))
t(lambda: isinstance(1, Any))
