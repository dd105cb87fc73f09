# class C[T]: type parameters of classes.
class Box[T]:
    def __init__(self, x: T): self.x = x

    def get(self) -> T: return self.x


class Pair[K, V](Box[K]):
    pass


print(Box(1).get(), [p.__name__ for p in Box.__type_params__], Box[int], Pair[str, int], Pair.__mro__[1].__name__, Box[int](5).x, type(Box[int]).__name__)
