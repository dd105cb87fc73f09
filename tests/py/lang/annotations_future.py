# With the future import annotations stay text.
from __future__ import annotations


def f(a: int, b: Undefined[str] = None, *, c: list[int] | None = None) -> NotThere:
    return a


print(f.__annotations__)


class C:
    x: Mapped[int]
    y: Missing = 5


print(C.__annotations__)
v: Nope = 1
print(__annotations__)
