"""copy() and deepcopy()."""

import types

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error
_ATOMS = (type(None), int, float, bool, complex, str, bytes, type, range, slice, type(...), type(NotImplemented),
          types.FunctionType, types.BuiltinFunctionType)


def _blank(x):
    if isinstance(x, BaseException):
        return type(x)(*x.args)
    from copyreg import _native_class, _native_parts

    parts = _native_parts(x)
    if parts is None and _native_class(type(x)):
        raise TypeError(f"cannot pickle {type(x).__name__!r} object")
    return type(x).__new__(type(x)) if parts is None else type(x).__new__(type(x), *parts)


# a class that says itself how it is made again
def _reducer(cls):
    import copyreg

    if cls in copyreg.dispatch_table or any(copyreg._has_own(cls, name) for name in (
            "__reduce_ex__", "__reduce__", "__getnewargs__", "__getnewargs_ex__", "__getstate__", "__setstate__")):
        return copyreg._reduce
    return None


def _remade(x, rebuilt, convert, memo=None):
    if isinstance(rebuilt, str):
        return x
    function, args, state, items, pairs = tuple(rebuilt) + (None,) * (5 - len(rebuilt))
    made = function(*[convert(arg) for arg in args])
    if memo is not None:
        memo[id(x)] = made
    if state is not None:
        state = convert(state)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            inside, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
            if inside:
                made.__dict__.update(inside)
            for name, value in (slots or {}).items():
                setattr(made, name, value)
    for item in items or ():
        made.append(convert(item))
    for key, value in pairs or ():
        made[convert(key)] = convert(value)
    return made


# a value of a module that is not available
def _is_unavailable(cls):
    return cls.__module__ == "retort" and cls.__name__ == "unavailable"


def copy(x):
    cls = type(x)
    if cls in _ATOMS or cls in (tuple, frozenset) or isinstance(x, type) or cls.__module__ == "re" or _is_unavailable(cls):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    reducer = _reducer(cls)
    if reducer is not None:
        return _remade(x, reducer(x), lambda value: value)
    if isinstance(x, (list, set, dict)):
        made = cls(x)
    elif isinstance(x, (int, float, str, bytes, tuple, frozenset)):
        made = cls.__new__(cls, x)
    else:
        made = _blank(x)
    _copy_state(x, made, lambda value: value)
    return made


def _copy_state(x, made, convert):
    for name, value in getattr(x, "__dict__", {}).items():
        object.__setattr__(made, name, convert(value))
    for cls in type(x).__mro__:
        slots = cls.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                object.__setattr__(made, name, convert(getattr(x, name)))


def deepcopy(x, memo=None):
    cls = type(x)
    if cls in _ATOMS or isinstance(x, type) or _is_unavailable(cls):
        return x
    memo = {} if memo is None else memo
    if id(x) in memo:
        return memo[id(x)]
    method = getattr(cls, "__deepcopy__", None)
    if method is not None:
        made = method(x, memo)
    elif cls is list:
        made = memo[id(x)] = []
        made.extend([deepcopy(item, memo) for item in x])
    elif cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls in (tuple, set, frozenset):
        made = cls([deepcopy(item, memo) for item in x])
    elif cls is types.MethodType:
        made = x
    elif _reducer(cls) is not None:
        made = _remade(x, _reducer(cls)(x), lambda value: deepcopy(value, memo), memo)
    else:
        made = _deep_object(x, cls, memo)
    memo[id(x)] = made
    return made


def _deep_object(x, cls, memo):
    if isinstance(x, tuple):
        made = cls.__new__(cls, *[deepcopy(i, memo) for i in x]) if hasattr(x, "_fields") else tuple.__new__(
            cls, [deepcopy(i, memo) for i in x])
    elif isinstance(x, dict):
        made = cls.__new__(cls)
        memo[id(x)] = made
        for key, value in x.items():
            dict.__setitem__(made, deepcopy(key, memo), deepcopy(value, memo))
    elif isinstance(x, (list, set)):
        made = cls([deepcopy(item, memo) for item in x])
    elif isinstance(x, (int, float, str, bytes)):
        made = cls.__new__(cls, x)
    elif getattr(cls, "__module__", "") in ("datetime", "decimal", "uuid", "re"):
        return x
    else:
        made = _blank(x)
    memo[id(x)] = made
    _copy_state(x, made, lambda value: deepcopy(value, memo))
    return made