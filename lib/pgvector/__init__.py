"""Vectors of PostgreSQL."""

__incomplete__ = True
