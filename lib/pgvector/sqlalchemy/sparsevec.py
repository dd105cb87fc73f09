"""The type under its own module."""

from pgvector.sqlalchemy import SPARSEVEC  # noqa: F401
