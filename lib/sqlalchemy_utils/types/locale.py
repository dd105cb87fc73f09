"""The type under its own module."""

from sqlalchemy_utils.types import LocaleType  # noqa: F401
