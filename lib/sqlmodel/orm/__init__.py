"""The ORM part of sqlmodel."""
