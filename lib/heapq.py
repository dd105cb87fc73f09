"""Heaps in lists."""


def _up(heap, i, top=0):
    """The item at i moves towards the root, while it is less than its parent."""
    item = heap[i]
    while i > top:
        parent = (i - 1) // 2
        if not item < heap[parent]:
            break
        heap[i] = heap[parent]
        i = parent
    heap[i] = item


def _down(heap, i):
    """The hole at i goes down to a leaf by the smaller children, then the item rises from there: where
    equals end up, and which pairs are compared, are as in CPython."""
    item, top, end = heap[i], i, len(heap)
    child = 2 * i + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[i] = heap[child]
        i = child
        child = 2 * i + 1
    heap[i] = item
    _up(heap, i, top)


def _check(heap, name, place=" 1"):
    if not isinstance(heap, list):
        raise TypeError(f"{name}() argument{place} must be list, not {'None' if heap is None else type(heap).__name__}")


def heappush(heap, item):
    _check(heap, "heappush")
    heap.append(item)
    _up(heap, len(heap) - 1)


def heappop(heap):
    _check(heap, "heappop", "")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first, heap[0] = heap[0], last
    _down(heap, 0)
    return first


def heapify(x):
    _check(x, "heapify", "")
    for i in reversed(range(len(x) // 2)):
        _down(x, i)


def heapreplace(heap, item):
    _check(heap, "heapreplace")
    if not heap:
        raise IndexError("index out of range")
    first, heap[0] = heap[0], item
    _down(heap, 0)
    return first


def heappushpop(heap, item):
    _check(heap, "heappushpop")
    if heap and heap[0] < item:
        return heapreplace(heap, item)
    return item


class _Turned:
    """Ranks that make a heap with the largest at its root."""

    __slots__ = ("rank",)

    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return other.rank < self.rank


# A few of many: a heap of the best so far, and of equal ones those that came first. Which pairs are compared, an
# error tells: as in CPython one item is what max() and min() find, and a list no longer than n is sorted.
def _best(n, iterable, key, is_large):
    if n == 1:
        nothing = object()
        found = (max if is_large else min)(iterable, default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        size = None
    if size is not None and n >= size:
        return sorted(iterable, key=key, reverse=is_large)[:n]
    step, dress = (-1, lambda rank: rank) if is_large else (1, _Turned)
    heap, items = [], iter(iterable)
    for i in range(n):
        for item in items:
            heap.append(dress((item, step * i) if key is None else (key(item), step * i, item)))
            break
    if not heap:
        return []
    heapify(heap)
    bare = lambda dressed: dressed if is_large else dressed.rank
    worst, at = bare(heap[0])[0], step * n
    for item in items:
        rank = item if key is None else key(item)
        if worst < rank if is_large else rank < worst:
            heapreplace(heap, dress((rank, at) if key is None else (rank, at, item)))
            worst, at = bare(heap[0])[0], at + step
    found = [bare(one) for one in heap]
    found.sort(reverse=is_large)
    return [one[0 if key is None else 2] for one in found]


def nlargest(n, iterable, key=None):
    return _best(n, iterable, key, True)


def nsmallest(n, iterable, key=None):
    return _best(n, iterable, key, False)


class _Head:
    """The next item of one of merge()'s iterables; equal ones come in the order of the iterables."""

    def __init__(self, value, key, place, rest, reverse):
        self.value, self.place, self.rest, self.reverse = value, place, rest, reverse
        self.rank = value if key is None else key(value)

    def __lt__(self, other):
        first, second = (other, self) if self.reverse else (self, other)
        if first.rank < second.rank:
            return True
        return self.place < other.place and not second.rank < first.rank


def merge(*iterables, key=None, reverse=False):
    heap = []
    for place, rest in enumerate(map(iter, iterables)):
        for value in rest:
            heap.append(_Head(value, key, place, rest, reverse))
            break
    heapify(heap)
    while heap:
        head = heap[0]
        yield head.value
        for value in head.rest:
            heapreplace(heap, _Head(value, key, head.place, head.rest, reverse))
            break
        else:
            heappop(heap)
