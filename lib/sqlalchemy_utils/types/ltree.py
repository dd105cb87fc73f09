"""The type under its own module."""

from sqlalchemy_utils.types import LQUERY, LTREE, LTXTQUERY, LtreeType  # noqa: F401
