"""The type under its own module."""

from sqlalchemy_utils.types import URLType  # noqa: F401
