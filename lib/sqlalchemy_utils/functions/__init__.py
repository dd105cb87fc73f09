"""Functions of SQLAlchemy-Utils."""

from sqlalchemy_utils import (create_database, database_exists, drop_database, get_columns, get_mapper,  # noqa: F401
                              get_primary_keys, get_tables, has_index)
