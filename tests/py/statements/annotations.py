# Annotated assignment: with and without value, targets that are no names.
x: int = 5
y: (int, str) = 1


def f():
    a: nothing_is_evaluated_here = 1
    b: also_not
    return a


class C:
    p: int
    q: "str" = "x"
    r: list[int] = []


print(__annotations__, f(), C.__annotations__, hasattr(C, "p"), f.__annotations__)
