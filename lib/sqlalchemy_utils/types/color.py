"""The type under its own module."""

from sqlalchemy_utils.types import ColorType  # noqa: F401
