"""The type under its own module."""

from pgvector.sqlalchemy import VECTOR, Vector  # noqa: F401
