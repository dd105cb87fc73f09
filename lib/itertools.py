"""Iterators over iterators."""

from operator import index as _index


class chain:
    __class_getitem__ = classmethod(type(list[int]))
    def __init__(self, *iterables):
        self._parts = iter(iterables)
        self._now = iter(())

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._parts = iter(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            try:
                return next(self._now)
            except StopIteration:
                self._now = iter(next(self._parts))


class count:
    def __init__(self, start=0, step=1):
        for number in (start, step):
            if not hasattr(number, "__add__") or isinstance(number, (str, bytes, list, tuple)):
                raise TypeError("a number is required")
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        step = "" if isinstance(self._step, int) and self._step == 1 else f", {self._step!r}"
        return f"count({self._next!r}{step})"


class cycle:
    def __init__(self, iterable):
        self._next = self._run(iter(iterable)).__next__

    @staticmethod
    def _run(it):
        saved = []
        for item in it:
            yield item
            saved.append(item)
        while saved:
            yield from saved

    def __iter__(self):
        return self

    def __next__(self):
        return self._next()


class repeat:
    def __init__(self, object, times=None):
        self._object, self._left = object, None if times is None else max(_index(times), 0)

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left <= 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __repr__(self):
        return f"repeat({self._object!r}" + ("" if self._left is None else f", {self._left}") + ")"


def accumulate(iterable, func=None, *, initial=None):
    it = iter(iterable)
    if initial is None:
        for total in it:
            break
        else:
            return
    else:
        total = initial
    yield total
    for item in it:
        total = total + item if func is None else func(total, item)
        yield total


def batched(iterable, n):
    if _index(n) < 1:
        raise ValueError("n must be at least one")
    it = iter(iterable)
    return iter(lambda: tuple(islice(it, n)), ())


def compress(data, selectors):
    return (item for item, chosen in zip(data, selectors) if chosen)


def dropwhile(predicate, iterable):
    it = iter(iterable)
    for item in it:
        if not predicate(item):
            yield item
            break
    yield from it


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable):
    return (item for item in iterable if not (item if predicate is None else predicate(item)))


def groupby(iterable, key=None):
    it = iter(iterable)
    ended = object()
    current = next(it, ended)
    while current is not ended:
        name = current if key is None else key(current)
        pending = [current]
        current = ended

        def group():
            nonlocal current
            while pending:
                yield pending.pop()
                item = next(it, ended)
                if item is ended:
                    return
                if (item if key is None else key(item)) != name:
                    current = item
                    return
                pending.append(item)

        members = group()
        yield name, members
        for _ in members:
            pass


def islice(iterable, *args):
    span = slice(*args)
    start, stop = 0 if span.start is None else span.start, span.stop
    step = 1 if span.step is None else span.step
    for place, limit in ((stop, None), (start, 0)) if len(args) == 1 else ((start, 0), (stop, None)):
        if place is not limit and (not hasattr(place, "__index__") or place < 0):
            what = "Stop argument" if len(args) == 1 else "Indices"
            raise ValueError(f"{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not hasattr(step, "__index__") or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)


def _islice(it, start, stop, step):
    index, wanted = 0, start
    while stop is None or index < stop:
        if stop is not None and wanted >= stop:
            while index < stop:
                try:
                    next(it)
                except StopIteration:
                    return
                index += 1
            return
        try:
            item = next(it)
        except StopIteration:
            return
        if index == wanted:
            yield item
            wanted += step
        index += 1


def pairwise(iterable):
    it = iter(iterable)
    for previous in it:
        for item in it:
            yield previous, item
            previous = item


def starmap(function, iterable):
    return (function(*tuple(args)) for args in iterable)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    it, queues = iter(iterable), [[] for _ in range(n)]

    def one(queue):
        while True:
            if not queue:
                try:
                    item = next(it)
                except StopIteration:
                    return
                for other in queues:
                    other.append(item)
            yield queue.pop(0)

    return tuple(one(queue) for queue in queues)


def zip_longest(*iterables, fillvalue=None):
    its = [iter(one) for one in iterables]
    ended, missing = object(), set()
    while its:
        row = []
        for i, it in enumerate(its):
            item = ended if i in missing else next(it, ended)
            if item is ended:
                missing.add(i)
                item = fillvalue
            row.append(item)
        if len(missing) == len(its):
            return
        yield tuple(row)


def product(*iterables, repeat=1):
    pools = [tuple(one) for one in iterables] * repeat
    places = [0] * len(pools)
    if any(not pool for pool in pools):
        return
    while True:
        yield tuple([pool[i] for pool, i in zip(pools, places)])
        for at in range(len(pools) - 1, -1, -1):
            places[at] += 1
            if places[at] < len(pools[at]):
                break
            places[at] = 0
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is not None and not isinstance(r, int):
        raise TypeError("Expected int as r")
    if r is not None and r < 0:
        raise ValueError("r must be non-negative")
    r = len(pool) if r is None else r

    def pick(chosen):
        if len(chosen) == r:
            yield tuple([pool[i] for i in chosen])
            return
        for i in range(len(pool)):
            if i not in chosen:
                yield from pick(chosen + [i])

    return pick([])


def _chosen(pool, r, step):
    if r is not None and r < 0:
        raise ValueError("r must be non-negative")

    def pick(chosen, start):
        if len(chosen) == r:
            yield tuple([pool[i] for i in chosen])
            return
        for i in range(start, len(pool)):
            yield from pick(chosen + [i], i + step)

    return pick([], 0)


def combinations(iterable, r):
    _index(r)
    return _chosen(tuple(iterable), r, 1)


def combinations_with_replacement(iterable, r):
    _index(r)
    return _chosen(tuple(iterable), r, 0)
