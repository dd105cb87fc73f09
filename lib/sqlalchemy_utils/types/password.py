"""The type under its own module."""

from sqlalchemy_utils.types import PasswordType  # noqa: F401
