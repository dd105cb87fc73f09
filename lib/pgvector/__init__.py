"""Vectors of PostgreSQL."""
