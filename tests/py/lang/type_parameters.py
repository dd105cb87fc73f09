# PEP 695: generic functions and classes, type aliases; nested f-string quotes of PEP 701.
type IntList = list[int]
print(IntList, IntList.__value__, IntList.__name__)


def first[T](values: list[T], default: T = None) -> T:
    return values[0] if values else default


print(first([3]), first([], default=7), first.__name__, [p.__name__ for p in first.__type_params__])


class Box[T]:
    def __init__(self, value: T):
        self.value = value

    def map[U](self, function) -> "Box[U]":
        return Box(function(self.value))


print(Box(4).map(lambda v: v + 1).value, [p.__name__ for p in Box.__type_params__], Box.__name__)


class Named[K: str, V](Box[V]):
    pass


print(Named(5).value, Named.__qualname__)
type Pair[A, B] = tuple[A, B]
print(Pair.__name__, [p.__name__ for p in Pair.__type_params__])
type Lazy = Undefined | None
print(Lazy.__name__)
try:
    Lazy.__value__
except NameError as e:
    print(e)
words = ["a", "b"]
print(f"{"nested"} {', '.join(words)} {f"{f"{1 + 1}"}"}")


def outer():
    captured = 5
    def inner[T](x: T):
        return x, captured
    return inner


print(outer()(1))
