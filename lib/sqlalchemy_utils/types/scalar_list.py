"""The type under its own module."""

from sqlalchemy_utils.types import ScalarListType  # noqa: F401
