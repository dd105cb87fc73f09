"""A stand-in for alembic_postgresql_enum: importing it in env.py makes autogenerate write changes of enum types its way
(Enum(...).create, op.sync_enum_values), in place of Retort's own.

    configuration.py     set_configuration(Config(...))
    get_enum_data.py     TableReference, and what the models and the database say
    operations.py        the three operations: how they run, are undone and are written
    compare_dispatch.py  the comparison
"""

from alembic_postgresql_enum.compare_dispatch import compare_enums as _compare_enums  # noqa: F401
from alembic_postgresql_enum.configuration import Config, set_configuration
from alembic_postgresql_enum.get_enum_data import ColumnType, TableReference

__all__ = ("ColumnType", "TableReference", "set_configuration", "Config")
