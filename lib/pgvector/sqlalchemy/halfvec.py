"""The type under its own module."""

from pgvector.sqlalchemy import HALFVEC  # noqa: F401
