# sqlalchemy.util: the containers and small helpers that projects import from there.
from collections import defaultdict
import warnings as _warnings

OrderedDict = dict
EMPTY_SET = frozenset()
NONE_SET = frozenset([None])


class immutabledict(dict):
    def _refuse(self, *args, **keywords):
        raise TypeError("immutabledict object is immutable and/or readonly")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = _refuse

    def union(self, *others, **keywords):
        merged = dict(self)
        for other in others:
            if other:
                merged.update(other)
        merged.update(keywords)
        return immutabledict(merged)

    merge_with = union

    def __repr__(self):
        return "immutabledict(%s)" % dict.__repr__(self)


EMPTY_DICT = immutabledict()


FacadeDict = immutabledict


class OrderedSet:
    def __init__(self, items=None):
        self._items = dict.fromkeys(items or ())

    def add(self, item):
        self._items[item] = None

    def remove(self, item):
        del self._items[item]

    def discard(self, item):
        self._items.pop(item, None)

    def update(self, *others):
        for other in others:
            for item in other:
                self._items[item] = None

    def union(self, *others):
        result = type(self)(self)
        result.update(*others)
        return result

    def intersection(self, *others):
        return type(self)(i for i in self if all(i in set(o) for o in others))

    def difference(self, *others):
        return type(self)(i for i in self if not any(i in set(o) for o in others))

    def clear(self):
        self._items.clear()

    def __or__(self, other):
        return self.union(other)

    def __and__(self, other):
        return self.intersection(other)

    def __sub__(self, other):
        return self.difference(other)

    def __contains__(self, item):
        return item in self._items

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __eq__(self, other):
        return set(self) == set(other)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, list(self))


class IdentitySet(OrderedSet):
    pass


class memoized_property:
    def __init__(self, fget, doc=None):
        self.fget = fget
        self.__name__ = fget.__name__

    def __get__(self, obj, cls):
        if obj is None:
            return self
        obj.__dict__[self.__name__] = result = self.fget(obj)
        return result


ro_memoized_property = memoized_property


class classproperty(property):
    def __get__(self, obj, cls):
        return self.fget(cls)


def asbool(obj):
    if isinstance(obj, str):
        text = obj.strip().lower()
        if text in ("true", "yes", "on", "y", "t", "1"):
            return True
        if text in ("false", "no", "off", "n", "f", "0"):
            return False
        raise ValueError("String is not true/false: %r" % text)
    return bool(obj)


def asint(value):
    return value if value is None else int(value)


def bool_or_str(*text):
    def convert(obj):
        return obj if obj in text else asbool(obj)

    return convert


def to_list(x, default=None):
    if x is None:
        return default
    if isinstance(x, (str, bytes)) or not hasattr(x, "__iter__"):
        return [x]
    return x if isinstance(x, list) else list(x)


def to_set(x):
    if x is None:
        return set()
    return x if isinstance(x, set) else set(to_list(x))


def unique_list(items, hashfunc=None):
    if hashfunc:
        return list({hashfunc(item): item for item in items}.values())
    return list(dict.fromkeys(items))


def flatten_iterator(items):
    for item in items:
        if hasattr(item, "__iter__") and not isinstance(item, str):
            yield from flatten_iterator(item)
        else:
            yield item


def coerce_to_immutabledict(d):
    return d if isinstance(d, immutabledict) else immutabledict(d or {})


def warn(message, code=None):
    from sqlalchemy import exc

    _warnings.warn(message, exc.SAWarning, stacklevel=2)


def warn_deprecated(message, version=None, stacklevel=3, code=None):
    from sqlalchemy import exc

    _warnings.warn(message, exc.SADeprecationWarning, stacklevel=stacklevel)


def symbol(name, doc=None, canonical=None):
    return name


def generic_repr(obj, *args, **keywords):
    return "%s()" % type(obj).__name__


def decorator(target):
    def decorate(fn):
        def wrapper(*args, **keywords):
            return target(fn, *args, **keywords)

        wrapper.__name__ = fn.__name__
        return wrapper

    return decorate


def await_only(awaitable):
    return awaitable


def greenlet_spawn(fn, *args, **keywords):
    return fn(*args, **keywords)
