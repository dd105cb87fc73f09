"""The type under its own module."""

from sqlalchemy_utils.types import TimezoneType  # noqa: F401
