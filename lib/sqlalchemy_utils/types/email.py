"""The type under its own module."""

from sqlalchemy_utils.types import EmailType  # noqa: F401
