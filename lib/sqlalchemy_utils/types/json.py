"""The type under its own module."""

from sqlalchemy_utils.types import JSONType  # noqa: F401
