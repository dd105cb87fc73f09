"""References that need not keep alive.

Everything here is collected when nothing can reach it any more, at a time nobody can know; no script can watch it
happen. So a reference holds on to its object, callbacks are kept but not called, a dictionary never loses an entry by
itself, and finalizers run when the script ends, as they would in CPython for objects that live that long."""

from collections import UserDict
from collections.abc import MutableMapping, MutableSet

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

# ints, strings ... have no room for one
_refused = (int, float, complex, str, bytes, bytearray, tuple, list, dict, range, type(None), type(...), slice)


def _check(obj):
    if type(obj) in _refused:
        raise TypeError(f"cannot create weak reference to '{type(obj).__name__}' object")
    return obj


class ref:
    __class_getitem__ = classmethod(type(list[int]))
    def __new__(cls, obj, callback=None, /, *more, **keywords):
        self = object.__new__(cls)
        self._obj, self._callback = _check(obj), callback
        return self

    def __init__(self, obj, callback=None, /, *more, **keywords):
        pass

    @property
    def __callback__(self):
        return self._callback

    def __call__(self):
        return self._obj

    def __eq__(self, other):
        return self._obj == other._obj if isinstance(other, ref) else NotImplemented

    def __hash__(self):
        return hash(self._obj)

    def __repr__(self):
        return f"<weakref at {id(self):#x}; to '{type(self._obj).__name__}' at {id(self._obj):#x}>"


ReferenceType = KeyedRef = ref


class WeakMethod(ref):
    def __new__(cls, meth, callback=None):
        if not hasattr(meth, "__self__") or not hasattr(meth, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        self = object.__new__(cls)
        self._obj, self._callback = meth, callback
        return self


def proxy(obj, callback=None, /):
    return _check(obj)


class ProxyType:
    pass


class CallableProxyType:
    pass


ProxyTypes = (ProxyType, CallableProxyType)


def getweakrefcount(obj):
    return 0


def getweakrefs(obj):
    return []


class _WeakDictionary(UserDict):
    def __init__(self, other=(), /, **keywords):
        self.data = {}
        self.update(other, **keywords)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def copy(self):
        made = type(self)()
        made.data = self.data.copy()
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = type(self)()
        for key, value in self.data.items():
            made[deepcopy(key, memo) if self._deep_keys else key] = value if self._deep_keys else deepcopy(value, memo)
        return made


class WeakValueDictionary(_WeakDictionary):
    _deep_keys = True

    def __setitem__(self, key, value):
        self.data[key] = _check(value)

    def valuerefs(self):
        return [ref(value) for value in self.data.values()]

    def itervaluerefs(self):
        return iter(self.valuerefs())


class WeakKeyDictionary(_WeakDictionary):
    _deep_keys = False

    def __setitem__(self, key, value):
        self.data[_check(key)] = value

    def keyrefs(self):
        return [ref(key) for key in self.data]


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def add(self, item):
        self.data.add(_check(item))

    def discard(self, item):
        self.data.discard(item)

    def remove(self, item):
        self.data.remove(item)

    def pop(self):
        if not self.data:
            raise KeyError("pop from empty WeakSet")
        return self.data.pop()

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def __contains__(self, item):
        return item in self.data

    def __iter__(self):
        return iter(list(self.data))

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        return self.data == set(other) if isinstance(other, type(self)) else NotImplemented

    def union(self, other):
        return type(self)(item for some in (self, other) for item in some)

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    def difference(self, other):
        return type(self)(self.data.difference(other))

    def symmetric_difference(self, other):
        return type(self)(self.data.symmetric_difference(other))

    def difference_update(self, other):
        self.data.difference_update(list(other))

    def intersection_update(self, other):
        self.data.intersection_update(list(other))

    def symmetric_difference_update(self, other):
        self.data.symmetric_difference_update(list(other))

    def issubset(self, other):
        return self.data.issubset(other)

    def issuperset(self, other):
        return self.data.issuperset(other)

    def isdisjoint(self, other):
        return self.data.isdisjoint(other)

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference
    __le__, __ge__ = issubset, issuperset


class finalize:
    """Calls func(*args, **keywords) once: when called, or when the script ends."""

    _waiting = []

    def __init__(self, obj, func, /, *args, **keywords):
        self.atexit = True
        self._info = (_check(obj), func, args, keywords)
        if not finalize._waiting:
            import atexit

            atexit.register(finalize._end)
        finalize._waiting.append(self)

    def __call__(self, _=None):
        info, self._info = self._info, None
        if info:
            return info[1](*info[2], **info[3])

    def detach(self):
        info, self._info = self._info, None
        return info

    def peek(self):
        return self._info

    @property
    def alive(self):
        return self._info is not None

    @classmethod
    def _end(cls):
        while cls._waiting:
            one = cls._waiting.pop()
            if one.atexit:
                one()

    def __repr__(self):
        if self._info is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        obj = self._info[0]
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>"
