"""The type under its own module."""

from sqlalchemy_utils.types import ArrowType  # noqa: F401
