"""The old place of the declarative names, which live in sqlalchemy.orm."""

from sqlalchemy.orm import (DeclarativeMeta, as_declarative, declarative_base, declared_attr,  # noqa: F401
                            has_inherited_table, synonym_for)
