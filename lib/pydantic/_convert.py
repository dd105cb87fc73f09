"""Turns a value into what an annotation asks for, or says why not."""

import typing

from pydantic._errors import Bad, PydanticCustomError, ValidationError, bad

_TRUE = {"1", "true", "t", "yes", "y", "on"}
_FALSE = {"0", "false", "f", "no", "n", "off"}


def _to_str(value):
    if isinstance(value, str):
        return str(value) if type(value) is not str and not hasattr(value, "_value_") else getattr(value, "_value_", value)
    if isinstance(value, bytes):
        return value.decode()
    raise bad("string_type", "Input should be a valid string", value)


def _to_int(value):
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        if value == int(value):
            return int(value)
        raise bad("int_from_float", "Input should be a valid integer, got a number with a fractional part", value)
    if isinstance(value, (str, bytes)):
        try:
            return int(value)
        except ValueError:
            text = value if isinstance(value, str) else value.decode()
            whole, dot, rest = text.strip().partition(".")
            if dot and not rest.strip("0"):
                try:
                    return int(whole)
                except ValueError:
                    pass
            raise bad("int_parsing", "Input should be a valid integer, unable to parse string as an integer", value)
    from decimal import Decimal

    if isinstance(value, Decimal) and value == int(value):
        return int(value)
    raise bad("int_type", "Input should be a valid integer", value)


def _to_float(value):
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, (str, bytes)):
        try:
            return float(value)
        except ValueError:
            raise bad("float_parsing", "Input should be a valid number, unable to parse string as a number", value)
    if hasattr(value, "__float__"):
        return float(value)
    raise bad("float_type", "Input should be a valid number", value)


def _to_bool(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        if value in (0, 1):
            return bool(value)
    elif isinstance(value, (str, bytes)):
        text = (value if isinstance(value, str) else value.decode()).lower()
        if text in _TRUE:
            return True
        if text in _FALSE:
            return False
    else:
        raise bad("bool_type", "Input should be a valid boolean", value)
    raise bad("bool_parsing", "Input should be a valid boolean, unable to interpret input", value)


def _to_bytes(value):
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    raise bad("bytes_type", "Input should be a valid bytes", value)


def _to_none(value):
    if value is not None:
        raise bad("none_required", "Input should be None", value)


_SIMPLE = {str: _to_str, int: _to_int, float: _to_float, bool: _to_bool, bytes: _to_bytes, type(None): _to_none}


def _each(items, convert_one):
    result, errors = [], []
    for i, item in enumerate(items):
        try:
            result.append(convert_one(i, item))
        except Bad as problem:
            errors += [dict(e, loc=(i,) + e["loc"]) for e in problem.errors]
    if errors:
        raise Bad(errors)
    return result


def _to_collection(kind, args, value):
    name = {list: "list", set: "set", frozenset: "frozenset", tuple: "tuple"}[kind]
    if isinstance(value, (str, bytes, dict)) or not hasattr(value, "__iter__"):
        raise bad(f"{name}_type", f"Input should be a valid {name}", value)
    items = list(value)
    if kind is tuple and args and not (len(args) == 2 and args[1] is ...):
        if len(items) != len(args):
            raise bad("missing" if len(items) < len(args) else "too_long",
                      f"Tuple should have {len(args)} items after validation, not {len(items)}", value)
        return tuple(_each(items, lambda i, item: convert(args[i], item)))
    inner = args[0] if args else typing.Any
    return kind(_each(items, lambda i, item: convert(inner, item)))


def _to_dict(args, value):
    if not hasattr(value, "items"):
        raise bad("dict_type", "Input should be a valid dictionary", value)
    if not args:
        return dict(value)
    result, errors = {}, []
    for key, item in value.items():
        try:
            result[convert(args[0], key)] = convert(args[1], item)
        except Bad as problem:
            errors += [dict(e, loc=(key,) + e["loc"]) for e in problem.errors]
    if errors:
        raise Bad(errors)
    return result


def _is_exact(annotation, value):
    kind = typing.get_origin(annotation) or annotation
    return isinstance(kind, type) and type(value) is kind


def _to_union(args, value):
    for one in args:
        if _is_exact(one, value):
            try:
                return convert(one, value)
            except Bad:
                pass
    errors = []
    for one in args:
        try:
            return convert(one, value)
        except Bad as problem:
            if one is type(None):
                continue
            name = getattr(one, "__name__", str(one))
            errors += [e if len(args) == 2 and type(None) in args else dict(e, loc=(name,) + e["loc"])
                       for e in problem.errors]
    raise Bad(errors or bad("none_required", "Input should be None", value).errors)


def _to_literal(args, value):
    for one in args:
        if one == value and type(one) is type(value) or getattr(one, "value", one) == value and isinstance(value, str):
            return one
    shown = [repr(one) for one in args]
    expected = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
    raise bad("literal_error", f"Input should be {expected}", value)


def _to_enum(kind, value):
    if isinstance(value, kind):
        return value
    try:
        return kind(value)
    except ValueError:
        pass
    base = next((base for base in kind.__mro__ if base in _SIMPLE), None)
    if base is not None and base is not str:
        try:
            return kind(_SIMPLE[base](value))
        except (ValueError, Bad):
            pass
    shown = [repr(one.value) for one in kind]
    expected = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
    raise bad("enum", f"Input should be {expected}", value)


def _to_known(kind, value):
    """datetime, date, time, timedelta, Decimal, UUID, Path and such: from text."""
    name = kind.__name__
    if isinstance(value, kind):
        if name == "date" and hasattr(value, "hour"):
            return value.date()
        return value
    try:
        if name in ("datetime", "date", "time"):
            if isinstance(value, str):
                text = value.strip()
                if name == "datetime" and len(text) <= 10 and "-" in text:
                    text += "T00:00:00"
                return kind.fromisoformat(text)
            if isinstance(value, (int, float)) and name == "datetime":
                from datetime import timezone

                return kind.fromtimestamp(value, timezone.utc)
            if name == "date" and hasattr(value, "date"):
                return value.date()
            if name == "datetime" and hasattr(value, "year"):
                return kind(value.year, value.month, value.day)
        elif name == "timedelta":
            if isinstance(value, (int, float)):
                return kind(seconds=value)
            if isinstance(value, str):
                return kind(seconds=float(value))
        elif name == "Decimal":
            return kind(str(value))
        elif name == "UUID":
            return kind(bytes=value) if isinstance(value, bytes) else kind(str(value))
        else:
            return kind(value)
    except Exception:
        pass
    label = {"datetime": "datetime", "date": "date", "time": "time", "timedelta": "timedelta", "Decimal": "decimal",
             "UUID": "UUID"}.get(name, name)
    code = {"datetime": "datetime_from_date_parsing", "date": "date_from_datetime_parsing", "time": "time_parsing",
            "timedelta": "time_delta_parsing", "Decimal": "decimal_parsing", "UUID": "uuid_parsing"}.get(name, "path_type")
    raise bad(code, f"Input should be a valid {label}", value)


_KNOWN_MODULES = ("datetime", "decimal", "uuid", "pathlib", "ipaddress")


def _to_class(kind, value):
    if kind in _SIMPLE:
        return _SIMPLE[kind](value)
    validate = getattr(kind, "__pydantic_convert__", None)
    if validate is not None:
        return validate(value)
    if kind in (list, set, frozenset, tuple):
        return _to_collection(kind, (), value)
    if kind is dict:
        return _to_dict((), value)
    if kind is object:
        return value
    if kind.__module__ in _KNOWN_MODULES:
        return _to_known(kind, value)
    if hasattr(kind, "_member_map_"):
        return _to_enum(kind, value)
    hook = getattr(kind, "__get_validators__", None)
    if hook is not None:
        for function in hook():
            value = function(value)
        return value
    if isinstance(value, kind):
        return value
    if hasattr(kind, "__dataclass_fields__") and hasattr(value, "items"):
        return kind(**value)
    raise bad("is_instance_of", f"Input should be an instance of {kind.__name__}", value)


def apply_metadata(metadata, value, mode):
    for item in metadata:  # what other packages put there has no class of ours
        if getattr(type(item), "mode", None) == mode:
            value = call_validator(item.func, value)
        elif mode == "after" and hasattr(type(item), "check"):
            item.check(value)
    return value


def call_validator(function, *args):
    try:
        return function(*args)
    except (Bad, PydanticCustomError) as error:
        if isinstance(error, Bad):
            raise
        raise bad(error.type, str(error), args[0])
    except ValidationError as error:
        raise Bad(error._errors)
    except AssertionError as error:
        raise bad("assertion_error", f"Assertion failed, {error}" if str(error) else "Assertion failed", args[0])
    except ValueError as error:
        raise bad("value_error", f"Value error, {error}", args[0])


def _is_unavailable(value):
    """Out of a library that is not there: nobody can say of what type it is."""
    return type(value).__name__ == "unavailable" and type(value).__module__ == "retort"


def convert(annotation, value):
    if _is_unavailable(value):
        return value
    if annotation is typing.Any or annotation is None:
        if annotation is None:
            _to_none(value)
        return value
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return call_validator(lambda v: _to_class(annotation, v), value)
    origin = typing.get_origin(annotation)
    args = typing.get_args(annotation)
    if origin is typing.Annotated:
        value = apply_metadata(args[1:], value, "before")
        return apply_metadata(args[1:], convert(args[0], value), "after")
    if origin is typing.Union or getattr(origin, "__name__", "") == "UnionType":
        return _to_union(args, value)
    if origin is typing.Literal:
        return _to_literal(args, value)
    if hasattr(annotation, "__supertype__"):
        return convert(annotation.__supertype__, value)
    if hasattr(annotation, "__bound__"):
        return value if annotation.__bound__ is None else convert(annotation.__bound__, value)
    if origin in (typing.ClassVar, typing.Final):
        return convert(args[0], value) if args else value
    if isinstance(origin, type):
        return _to_generic(origin, args, value)
    return value


def _to_generic(origin, args, value):
    if origin in (list, set, frozenset, tuple):
        return _to_collection(origin, args, value)
    if origin is dict:
        return _to_dict(args, value)
    if origin is type:
        if not isinstance(value, type):
            raise bad("is_type", "Input should be a type", value)
        return value
    name = origin.__name__
    if name in ("Sequence", "Iterable", "Collection", "MutableSequence"):
        made = _to_collection(list, args, value)
        return tuple(made) if isinstance(value, tuple) else made
    if name in ("Set", "AbstractSet", "MutableSet"):
        return _to_collection(set, args, value)
    if name in ("Mapping", "MutableMapping", "OrderedDict", "defaultdict"):
        return _to_dict(args, value)
    if name == "deque":
        return origin(_to_collection(list, args, value))
    if name == "Callable":
        if not callable(value):
            raise bad("callable_type", "Input should be callable", value)
        return value
    return _to_class(origin, value)
