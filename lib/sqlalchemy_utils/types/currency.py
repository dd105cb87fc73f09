"""The type under its own module."""

from sqlalchemy_utils.types import CurrencyType  # noqa: F401
