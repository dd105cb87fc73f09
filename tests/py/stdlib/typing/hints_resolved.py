from typing import *
class A:
    x: "int"
    y: "Optional[A]" = None
    z: ClassVar[int] = 3
class B(A): w: "List[A]"
def f(a: "int", b: "A" = None, *c: "str") -> "Dict[str, A]": pass
print(get_type_hints(A), get_type_hints(B), get_type_hints(f), get_type_hints(lambda: 0))
def g(x: Annotated[int, "meta"]): pass
print(get_type_hints(g), get_type_hints(g, include_extras=True))
try:
    get_type_hints(type("C", (), {"__annotations__": {"q": "Nope"}}))
except NameError as e:
    print(e)
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int, str], bool]), get_origin(Union[int, str]), get_args(Optional[int]), get_args(Literal[1, "a"]), get_origin(list[int]), get_args(int | str), get_origin(int), get_args(Annotated[int, 5]), get_origin(ClassVar[int]))
