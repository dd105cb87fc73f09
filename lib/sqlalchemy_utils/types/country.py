"""The type under its own module."""

from sqlalchemy_utils.types import CountryType  # noqa: F401
