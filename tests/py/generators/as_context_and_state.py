# Generators that keep state: counters, windows, groups, flattening.
from collections import deque


def windows(items, size):
    window = deque(maxlen=size)
    for item in items:
        window.append(item)
        if len(window) == size:
            yield tuple(window)


def flatten(x):
    for item in x:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def average():
    total = count = 0
    value = None
    while True:
        value = yield (total / count if count else None)
        if value is None:
            return total
        total += value
        count += 1


print(list(windows(range(5), 3)), list(flatten([1, [2, (3, [4])], []])))
a = average()
print(next(a), a.send(10), a.send(20))
try:
    a.send(None)
except StopIteration as e:
    print(e.value)
print(a.gi_frame, [*windows([], 2)], max(flatten([[1], [5, [9]]])))
