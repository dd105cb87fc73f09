"""The type under its own module."""

from sqlalchemy_utils.types import IPAddressType  # noqa: F401
