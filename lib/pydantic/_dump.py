"""model_dump(): models as plain dicts, and as what JSON can carry."""


def dump_value(value, mode, **options):
    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        return value.model_dump(mode=mode, **options)
    if isinstance(value, dict):
        return {dump_value(key, mode): dump_value(item, mode, **options) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        items = [dump_value(item, mode, **options) for item in value]
        if mode == "json":
            return items
        if hasattr(value, "_fields"):
            return type(value)(*items)
        return type(value)(items)
    return _to_json(value) if mode == "json" else value


def _to_json(value):
    if value is None or isinstance(value, (bool, int, float)) and not hasattr(value, "_value_"):
        return value
    if hasattr(value, "_value_"):
        return _to_json(value._value_)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bytes):
        return value.decode()
    if hasattr(value, "total_seconds"):
        return _duration(value.total_seconds())
    if hasattr(value, "isoformat"):
        text = value.isoformat()
        return text[:-6] + "Z" if text.endswith("+00:00") else text
    return str(value)


def _duration(seconds):
    text = f"{seconds:f}".rstrip("0").rstrip(".")
    return f"PT{text}S"


def _wanted(name, include, exclude):
    if include is not None and name not in include:
        return False
    if exclude is None or name not in exclude:
        return True
    return not (isinstance(exclude, (set, frozenset, list, tuple)) or exclude[name] in (True, ...))


def dump_model(model, mode, include, exclude, by_alias, exclude_unset, exclude_defaults, exclude_none):
    cls = type(model)
    options = {"by_alias": by_alias, "exclude_unset": exclude_unset, "exclude_defaults": exclude_defaults,
               "exclude_none": exclude_none}
    result = {}
    items = list(model._own_items()) + [(name, getattr(model, name)) for name in cls.model_computed_fields]
    for name, value in items:
        info = cls.model_fields.get(name)
        if not _wanted(name, include, exclude) or info is not None and info.exclude:
            continue
        if exclude_unset and info is not None and name not in model.__pydantic_fields_set__:
            continue
        if exclude_none and value is None:
            continue
        if exclude_defaults and info is not None and not info.is_required() and value == info.get_default():
            continue
        key = info.serialization_alias or name if by_alias and info is not None else name
        result[key] = dump_value(value, mode, **options)
    return result
