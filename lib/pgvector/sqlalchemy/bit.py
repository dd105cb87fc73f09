"""The type under its own module."""

from pgvector.sqlalchemy import BIT  # noqa: F401
