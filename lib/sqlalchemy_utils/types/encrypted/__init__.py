"""Encrypted types."""
