"""Enum types: of the models, of the database, and the columns that have them."""

from enum import Enum as PyEnum

import sqlalchemy


class ColumnType(PyEnum):
    COMMON = "Enum"
    ARRAY = "ARRAY"

    def __repr__(self):
        return f"ColumnType.{self.name}"


Unspecified = object()


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


class TableReference:
    def __init__(self, table_name, column_name, table_schema=Unspecified, column_type=ColumnType.COMMON,
                 existing_server_default=None):
        self.table_name, self.column_name, self.table_schema = table_name, column_name, table_schema
        self.column_type, self.existing_server_default = column_type, existing_server_default

    def _key(self):
        return (self.table_schema, self.table_name, self.column_name, self.column_type, self.existing_server_default)

    def __eq__(self, other):
        return isinstance(other, TableReference) and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        parts = [f"table_schema={self.table_schema!r}"] if self.table_schema else []
        parts += [f"table_name={self.table_name!r}", f"column_name={self.column_name!r}"]
        if self.is_column_type_import_needed:
            parts.append(f"column_type={self.column_type!r}")
        if self.existing_server_default is not None:
            parts.append(f"existing_server_default={self.existing_server_default!r}")
        return f"TableReference({', '.join(parts)})"

    @property
    def is_column_type_import_needed(self):
        return self.column_type is not ColumnType.COMMON

    @property
    def table_name_with_schema(self):
        return f"{quoted(self.table_schema)}.{quoted(self.table_name)}" if self.table_schema else quoted(self.table_name)

    @property
    def escaped_column_name(self):
        return quoted(self.column_name)


def native_enum_of(column_type):
    """The Enum that becomes a type of the database, out of an array or a TypeDecorator; None for everything else."""
    if isinstance(column_type, sqlalchemy.ARRAY):
        column_type = column_type.item_type
    if isinstance(column_type, sqlalchemy.types.TypeDecorator):
        column_type = column_type.impl
    return column_type if isinstance(column_type, sqlalchemy.Enum) and column_type.native_enum else None


def get_defined_enums(connection, schema, include_name=lambda name: True):
    rows = connection.execute(sqlalchemy.text("""
        SELECT t.typname, array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
        FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
             LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
        WHERE t.typtype = 'e' AND n.nspname = :schema GROUP BY t.oid, t.typname ORDER BY t.oid"""), {"schema": schema})
    return {name: tuple(values) for name, values in rows if include_name(name)}


def column_defaults(connection):
    """(schema, table, column) -> the default as the server prints it."""
    rows = connection.execute(sqlalchemy.text("""
        SELECT n.nspname, c.relname, a.attname, pg_get_expr(d.adbin, d.adrelid)
        FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_class c ON c.oid = d.adrelid
             JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
        WHERE a.attgenerated = '' AND n.nspname NOT IN ('pg_catalog', 'information_schema')"""))
    return {tuple(row[:3]): row[3] for row in rows}


def get_declared_enums(metadatas, schema, default_schema, defaults, include_name):
    """name -> members, and name -> the columns that have it."""
    values, references = {}, {}
    for table in [table for metadata in metadatas for table in metadata.tables.values()]:
        for column in table.columns:
            enum = native_enum_of(column.type)
            if enum is None or not include_name(enum.name) or (enum.schema or default_schema) != schema:
                continue
            values.setdefault(enum.name, tuple(enum.enums))
            table_schema = table.schema or default_schema
            is_array = isinstance(column.type, sqlalchemy.ARRAY)
            references.setdefault(enum.name, set()).add(TableReference(
                table_schema=table_schema, table_name=table.name, column_name=column.name,
                column_type=ColumnType.ARRAY if is_array else ColumnType.COMMON,
                existing_server_default=defaults.get((table_schema, table.name, column.name))))
    return values, references
