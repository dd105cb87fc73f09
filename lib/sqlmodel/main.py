"""SQLModel, under its other module."""

from sqlmodel import *  # noqa: F401,F403
from sqlmodel import Field, FieldInfo, Relationship, RelationshipInfo, SQLModel, SQLModelMetaclass  # noqa: F401
