"""pydantic.dataclasses: the plain decorator."""

import dataclasses as _plain


def dataclass(cls=None, /, *, config=None, validate_on_init=None, use_enum_values=None, **options):
    return _plain.dataclass(cls, **options) if cls is not None else _plain.dataclass(**options)
