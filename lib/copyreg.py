"""How objects are taken apart and made again, for copy and pickle."""

dispatch_table = {}
_extension_registry, _inverted_registry, _extension_cache = {}, {}, {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def add_extension(module, name, code):
    key = (module, name)
    if not 1 <= int(code) <= 0x7fffffff:
        raise ValueError("code out of range")
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key], _inverted_registry[code]


def clear_extension_cache():
    _extension_cache.clear()


# --- what is written in C: (module, name) of a class -> the arguments that make it again

def _zone(x):
    return () if x.tzinfo is None else (x.tzinfo,)


def _moment(x):
    return (x.year, x.month, x.day, x.hour, x.minute, x.second, x.microsecond) + _zone(x)


_parts = {
    ("datetime", "date"): lambda x: (x.year, x.month, x.day),
    ("datetime", "datetime"): _moment,
    ("datetime", "time"): lambda x: (x.hour, x.minute, x.second, x.microsecond) + _zone(x),
    ("datetime", "timedelta"): lambda x: (x.days, x.seconds, x.microseconds),
    ("datetime", "timezone"): lambda x: x.__getinitargs__(),
    ("decimal", "Decimal"): lambda x: (str(x),),
    ("uuid", "UUID"): lambda x: (str(x),),
    ("fractions", "Fraction"): lambda x: (str(x),),
    ("pathlib", "Path"): lambda x: x.parts,
    ("pathlib", "PurePath"): lambda x: x.parts,
    ("builtins", "range"): lambda x: (x.start, x.stop, x.step),
    ("builtins", "slice"): lambda x: (x.start, x.stop, x.step),
    ("builtins", "complex"): lambda x: (x.real, x.imag),
    ("builtins", "bytearray"): lambda x: (bytes(x),),
    ("builtins", "BaseException"): lambda x: x.args,
}


def _native_parts(x):
    """The arguments of an object of such a class or a subclass, or None."""
    for base in type(x).__mro__:
        row = _parts.get((base.__module__, base.__name__))
        if row is not None:
            return row(x)
    return None


def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            if name not in ("__dict__", "__weakref__"):
                names.append(name)
    return names


_slotnames = _slot_names


def _state(x):
    """What __getstate__ of object gives: the attributes, or with slots a pair."""
    inside = getattr(x, "__dict__", None) or None
    slots = {name: getattr(x, name) for name in _slot_names(type(x)) if hasattr(x, name)}
    return (inside, slots) if slots else inside


def _has_own(cls, name):
    return any(name in base.__dict__ for base in cls.__mro__[:-1] if base.__module__ != "builtins")


def _reduce(x, protocol=4):
    """(callable, arguments, state, list items, dictionary items), None where there is nothing; or the name of a global."""
    cls = type(x)
    if cls in dispatch_table:
        return dispatch_table[cls](x)
    for name, args in (("__reduce_ex__", (protocol,)), ("__reduce__", ())):
        if _has_own(cls, name):
            return getattr(x, name)(*args)
    if _has_own(cls, "__getnewargs_ex__"):
        args, kwargs = x.__getnewargs_ex__()
        make = (__newobj_ex__, (cls, args, kwargs))
    elif _has_own(cls, "__getnewargs__"):
        make = (__newobj__, (cls,) + x.__getnewargs__())
    else:
        make = _make(x, cls)
    if make is None:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    state = x.__getstate__() if _has_own(cls, "__getstate__") else _state(x)
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    return make + (state, items, pairs)


def _make(x, cls):
    from enum import Enum

    if isinstance(x, Enum):
        return cls, (x.value,)
    if cls.__module__ == "re" and cls.__name__ == "Pattern":
        import re

        return re.compile, (x.pattern, x.flags)
    parts = _native_parts(x)
    if parts is not None:
        return cls, tuple(parts)
    for base in (int, float, str, bytes, tuple, frozenset, set):
        if isinstance(x, base):
            return __newobj__, (cls, base(x) if base is not set else list(x))
    if _native_class(cls):
        return None
    return __newobj__, (cls,)


# generators, modules, locks ... have nothing to make them again of
def _native_class(cls):
    return cls.__module__ in ("builtins", "_io", "_hashlib", "_blake2", "_random", "_thread") and cls not in (object, list, dict)
