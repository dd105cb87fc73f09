"""The type under its own module."""

from sqlalchemy_utils.types import Choice, ChoiceType  # noqa: F401
