# itertools: repr of count and repeat, __length_hint__.
from itertools import count, repeat, islice, chain, cycle, pairwise, batched
from operator import length_hint

print(count(), count(5), count(1, 2), count(1.5), count(2, 0.5), count(start=-1, step=-1))
print(repeat("a"), repeat("a", 3), repeat(object=1, times=2), repeat([], 0))
r = repeat(7, 3)
next(r)
print(r, length_hint(r), length_hint([1, 2]), length_hint(iter((1, 2, 3))), length_hint(count(), 9), length_hint(iter(range(5))))
c = count(3)
next(c)
print(c, type(count()).__name__, type(chain()).__name__, type(cycle("a")).__name__)
try:
    length_hint(repeat(1))
except TypeError as e:
    print(e)
try:
    length_hint(1, "x")
except TypeError as e:
    print(e)
print(length_hint(reversed([1, 2, 3])), length_hint({}.items().__iter__()), length_hint(iter("abc")), length_hint(map(str, [1])))
for bad in (lambda: list(batched("abc", 0)), lambda: islice([1], -1), lambda: count("a"), lambda: repeat(1, "x"), lambda: list(islice([1], 1, 2, 0))):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
