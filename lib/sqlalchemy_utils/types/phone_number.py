"""The type under its own module."""

from sqlalchemy_utils.types import PhoneNumberType  # noqa: F401
