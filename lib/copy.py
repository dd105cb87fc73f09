"""copy() and deepcopy()."""

import types


class Error(Exception):
    pass


error = Error
_ATOMS = (type(None), int, float, bool, complex, str, bytes, type, range, type(...), type(NotImplemented),
          types.FunctionType, types.BuiltinFunctionType, types.ModuleType)


def _blank(x):
    return type(x).__new__(type(x)) if not isinstance(x, BaseException) else type(x)(*x.args)


def copy(x):
    cls = type(x)
    if cls in _ATOMS or cls in (tuple, frozenset) or isinstance(x, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
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
    if cls in _ATOMS or isinstance(x, type):
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


def replace(obj, /, **changes):
    return type(obj).__replace__(obj, **changes)
