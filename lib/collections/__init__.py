"""Containers beside the built-in ones."""

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque",
           "namedtuple"]


def __getattr__(name):
    if name in ("UserDict", "UserList", "UserString", "ChainMap"):
        import _collections_more

        return getattr(_collections_more, name)
    if name == "abc":
        import collections.abc

        return collections.abc
    raise AttributeError(f"module 'collections' has no attribute '{name}'")


def _pair(item):
    parts = tuple(item)
    if len(parts) < 2:
        raise ValueError(f"need more than {len(parts)} value{'s' * (len(parts) != 1)} to unpack")
    if len(parts) > 2:
        raise ValueError("too many values to unpack (expected 2)")
    return parts


class OrderedDict(dict):
    """Sets each item by its own __setitem__, which dict does not."""

    def __init__(self, /, *args, **more):
        if len(args) > 1:
            raise TypeError(f"expected at most 1 arguments, got {len(args)}")
        OrderedDict.update(self, *args, **more)

    def update(self, other=(), /, **more):
        is_plain = type(self).__setitem__ is dict.__setitem__
        if is_plain and (isinstance(other, dict) or hasattr(other, "keys")):
            dict.update(self, other, **more)
            return
        if hasattr(other, "keys"):
            pairs = [(key, other[key]) for key in other.keys()]
        else:
            pairs = map(_pair, other.items() if hasattr(other, "items") else other)
        for key, value in pairs:
            self[key] = value
        for key in more:
            self[key] = more[key]

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
        else:
            rest = list(self.items())
            self.clear()
            self[key] = value
            self.update(rest)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def copy(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        return f"{type(self).__name__}({dict(self)!r})"

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __repr__(self):
        return f"{type(self).__name__}({self.default_factory!r}, {dict(self)!r})"

    def __or__(self, other):
        made = self.copy()
        made.update(other)
        return made


def _is_mapping(value):
    if isinstance(value, (dict, list, tuple, str)):
        return isinstance(value, dict)
    from collections.abc import Mapping

    return isinstance(value, Mapping)


def _larger(a, b):
    return b if a < b else a


def _smaller(a, b):
    return a if a < b else b


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        dict.__init__(self)
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=lambda item: item[1], reverse=True)
        from heapq import nlargest

        return nlargest(n, self.items(), key=lambda item: item[1])

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def update(self, iterable=None, /, **keywords):
        if iterable is None:
            pass
        elif not _is_mapping(iterable):
            for key in iterable:
                self[key] = self.get(key, 0) + 1
        elif self:
            for key, count in iterable.items():
                self[key] = count + self.get(key, 0)
        else:
            dict.update(self, iterable)
        if keywords:
            self.update(keywords)

    def subtract(self, iterable=None, /, **keywords):
        if iterable is None:
            pass
        elif _is_mapping(iterable):
            for key, count in iterable.items():
                self[key] = self.get(key, 0) - count
        else:
            for key in iterable:
                self[key] = self.get(key, 0) - 1
        if keywords:
            self.subtract(keywords)

    def copy(self):
        return self.__class__(self)

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    @staticmethod
    def _positive(pairs):
        made = Counter()
        for key, count in pairs:
            if count > 0:
                made[key] = count
        return made

    def _rest(self, other):
        """What only the other one has."""
        return ((key, count) for key, count in other.items() if key not in self)

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = self._positive((key, count + other[key]) for key, count in self.items())
        dict.update(made, self._positive(self._rest(other)))
        return made

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = self._positive((key, count - other[key]) for key, count in self.items())
        dict.update(made, {key: 0 - count for key, count in self._rest(other) if count < 0})
        return made

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = self._positive((key, _larger(count, other[key])) for key, count in self.items())
        dict.update(made, self._positive(self._rest(other)))
        return made

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive((key, _smaller(count, other[key])) for key, count in self.items())

    def __pos__(self):
        return self._positive(self.items())

    def __neg__(self):
        made = Counter()
        for key, count in self.items():
            if count < 0:
                made[key] = 0 - count
        return made

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return self._keep_positive()

    def __iand__(self, other):
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return self._keep_positive()

    def _same(self, other, compare):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(compare(self[key], other[key]) for both in (self, other) for key in both)

    def __eq__(self, other):
        return self._same(other, lambda a, b: a == b)

    def __ne__(self, other):
        equal = self._same(other, lambda a, b: a == b)
        return equal if equal is NotImplemented else not equal

    def __le__(self, other):
        return self._same(other, lambda a, b: a <= b)

    def __lt__(self, other):
        less = self._same(other, lambda a, b: a <= b)
        return less if less is NotImplemented else less and self != other

    def __ge__(self, other):
        return self._same(other, lambda a, b: a >= b)

    def __gt__(self, other):
        more = self._same(other, lambda a, b: a >= b)
        return more if more is NotImplemented else more and self != other

    __hash__ = None

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:  # counts that have no order
            shown = dict(self)
        return f"{type(self).__name__}({shown!r})"


class deque:
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and not isinstance(maxlen, int):
            raise TypeError("an integer is required")
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._items = []
        self._head = 0
        self.extend(iterable)

    maxlen = property(lambda self: self._maxlen)

    def _live(self):
        if self._head:
            del self._items[:self._head]
            self._head = 0
        return self._items

    def append(self, item):
        self._items.append(item)
        if self._maxlen is not None and len(self) > self._maxlen:
            self.popleft()

    def appendleft(self, item):
        if self._head:
            self._head -= 1
            self._items[self._head] = item
        else:
            self._items.insert(0, item)
        if self._maxlen is not None and len(self) > self._maxlen:
            self.pop()

    def pop(self):
        if not len(self):
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not len(self):
            raise IndexError("pop from an empty deque")
        item = self._items[self._head]
        self._items[self._head] = None
        self._head += 1
        if self._head > 32 and self._head * 2 > len(self._items):
            self._live()
        return item

    def extend(self, items):
        for item in list(items):
            self.append(item)

    def extendleft(self, items):
        for item in list(items):
            self.appendleft(item)

    def rotate(self, n=1):
        items = self._live()
        if items:
            n %= len(items)
            self._items = items[-n:] + items[:-n] if n else items

    def clear(self):
        self._items, self._head = [], 0

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def count(self, value):
        return self._live().count(value)

    def index(self, value, *span):
        try:
            return self._live().index(value, *span)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None

    def insert(self, index, item):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._live().insert(index, item)

    def remove(self, item):
        if item not in self._live():
            raise ValueError(f"{item!r} is not in deque")
        self._items.remove(item)

    def reverse(self):
        self._live().reverse()

    def __len__(self):
        return len(self._items) - self._head

    def __bool__(self):
        return len(self) > 0

    def __iter__(self):
        return iter(self._live()[:])

    def __reversed__(self):
        return reversed(self._live()[:])

    def __contains__(self, item):
        return item in self._live()

    def _check(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError(f"sequence index must be integer, not {type(index).__name__!r}")
        if not -len(self) <= index < len(self):
            raise IndexError("deque index out of range")

    def __getitem__(self, index):
        self._check(index)
        return self._live()[index]

    def __setitem__(self, index, item):
        self._check(index)
        self._live()[index] = item

    def __delitem__(self, index):
        self._check(index)
        del self._live()[index]

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return list(self) < list(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return list(self) > list(other) if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return list(self) >= list(other) if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __mul__(self, times):
        if not hasattr(times, "__index__"):
            return NotImplemented
        return type(self)(self._live() * times, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, times):
        self.__init__(self._live() * times, self._maxlen)
        return self

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __repr__(self):
        limit = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"{type(self).__name__}({self._live()!r}{limit})"

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


def _check_field(name, seen):
    import keyword

    if not isinstance(name, str) or not name.isidentifier():
        raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
    if keyword.iskeyword(name):
        raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    if name.startswith("_"):
        raise ValueError(f"Field names cannot start with an underscore: {name!r}")
    if name in seen:
        raise ValueError(f"Encountered duplicate field name: {name!r}")


def _field_property(index):
    from operator import _tuplegetter

    return _tuplegetter(index, f"Alias for field number {index}")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    import sys

    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = []
    for index, name in enumerate(map(str, field_names)):
        if rename:
            try:
                _check_field(name, names)
            except ValueError:
                name = f"_{index}"
        else:
            _check_field(name, names)
        names.append(name)
    fields = tuple(names)
    count = len(fields)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > count:
        raise TypeError("Got more default values than field names")
    field_defaults = dict(zip(fields[count - len(defaults):], defaults))
    make = tuple.__new__
    scope = {"_make": make}
    shown = ", ".join(f"{name}=_default_{name}" if name in field_defaults else name for name in fields)
    for name, value in field_defaults.items():
        scope[f"_default_{name}"] = value
    inner = "".join(f"{name}, " for name in fields)
    exec(f"def __new__(_cls, {shown}):\n return _make(_cls, ({inner}))\n", scope)

    scope["__new__"].__qualname__ = f"{typename}.__new__"

    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != count:
            raise TypeError(f"Expected {count} arguments, got {len(values)}")
        return make(cls, values)

    def _replace(self, /, **changes):
        made = self._make(changes.pop(name) if name in changes else self[i] for i, name in enumerate(fields))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def __repr__(self):
        values = ", ".join([f"{name}={self[i]!r}" for i, name in enumerate(fields)])
        return f"{type(self).__name__}({values})"

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    members = {
        "__doc__": f"{typename}({', '.join(fields)})", "__slots__": (), "_fields": fields,
        "_field_defaults": field_defaults, "__new__": scope["__new__"], "_make": classmethod(_make),
        "_replace": _replace, "__repr__": __repr__, "_asdict": _asdict, "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for index, name in enumerate(fields):
        members[name] = _field_property(index)
    made = type(typename, (tuple,), members)
    made.__module__ = sys._getframemodulename(1) if module is None else module
    return made
