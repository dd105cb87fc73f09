"""Mapped dataclasses: fields from Mapped[...] annotations and the arguments of mapped_column()."""

import dataclasses

from sqlalchemy.orm.base import MapperProperty
from sqlalchemy.orm.properties import MappedColumn

_FIELD_ARGUMENTS = ("init", "repr", "default", "default_factory", "compare", "kw_only", "hash", "metadata")


def field_for(value):
    return dataclasses.field(**{k: v for k, v in value._dataclass.items() if k in _FIELD_ARGUMENTS})


def make_dataclass(scan):
    cls = scan.cls
    if "__dataclass_fields__" in cls.__dict__:
        from sqlalchemy.exc import InvalidRequestError

        raise InvalidRequestError(
            f"Class {cls} is already a dataclass; ensure that base classes / decorator styles of establishing "
            "dataclasses are not being mixed. This can happen if a class that inherits from 'MappedAsDataclass', even "
            "indirectly, is been mapped with '@registry.mapped_as_dataclass'")
    notes = {}
    for name, (container, inner, _, base) in scan.annotations.items():
        value = scan.found.get(name)
        if isinstance(value, (MappedColumn, MapperProperty)):
            type.__setattr__(cls, name, field_for(value))
        elif container is not None:
            continue
        elif name in scan.found:
            type.__setattr__(cls, name, value)
        notes[name] = inner
    _apply(cls, scan.dataclass_options, notes)


def make_plain_dataclass(cls, options):
    """Bases and mixins: their fields come first in the classes below."""
    from sqlalchemy.orm import _annotation

    notes, kept = {}, {}
    for name, note in (cls.__dict__.get("__annotations__") or {}).items():
        if _annotation.is_class_variable(note):
            continue
        notes[name] = _annotation.split(note, cls, cls.__module__, name)[1]
        value = cls.__dict__.get(name)
        if isinstance(value, (MappedColumn, MapperProperty)):
            kept[name] = value
            type.__setattr__(cls, name, field_for(value))
    _apply(cls, options, notes)
    for name, value in kept.items():
        type.__setattr__(cls, name, value)


def _apply(cls, options, notes):
    before = cls.__dict__.get("__annotations__")
    type.__setattr__(cls, "__annotations__", notes)
    try:
        dataclasses.dataclass(**options)(cls)
    except (TypeError, ValueError) as e:
        from sqlalchemy.exc import InvalidRequestError

        raise InvalidRequestError(
            f"Python dataclasses error encountered when creating dataclass for {cls.__name__!r}: {e!r}. Please refer "
            "to Python dataclasses documentation for additional information.") from e
    finally:
        type.__setattr__(cls, "__annotations__", {} if before is None else before)
