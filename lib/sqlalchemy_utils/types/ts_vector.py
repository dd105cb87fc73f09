"""The type under its own module."""

from sqlalchemy_utils.types import TSVectorType  # noqa: F401
