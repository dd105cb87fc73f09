# def f[T](...): type parameters of functions.
def first[T](items: list[T]) -> T:
    return items[0]


def many[T: int, U: (str, bytes), *Ts, **P](x: T) -> U:
    pass


print(first([1]), [p.__name__ for p in first.__type_params__], [type(p).__name__ for p in many.__type_params__], many.__type_params__[0].__bound__, many.__type_params__[1].__constraints__)
T = "outer"


def shadow[T](x):
    return T


print(shadow(1).__name__, T, shadow.__name__)
