# Sequence patterns: lists and tuples, not text; stars anywhere.
from collections import deque


def f(x):
    match x:
        case []: return "empty"
        case [1, 2]: return "one two"
        case [1, *rest]: return "one and", rest
        case [*start, 9]: return start, "nine"
        case [a, [b, c]]: return a, b, c
        case (a, b, *mid, c): return a, b, mid, c
        case [_]: return "single"
        case _: return "no sequence"


for x in ([], (), [1, 2], (1, 2), [1], [1, 5, 6], [3, 9], [3, [4, 5]], [3, 4, 5], [3, 4, 5, 6], [7], "ab", b"ab", {1, 2}, range(1, 3), deque([1, 2]), iter([1]), bytearray(b"x"), {"a": 1}, [[1, 2]]):
    print(type(x).__name__, f(x))
