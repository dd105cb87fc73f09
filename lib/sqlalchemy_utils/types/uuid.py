"""The type under its own module."""

from sqlalchemy_utils.types import UUIDType  # noqa: F401
