"""The comparison: after that of tables, whose operations it needs."""

import logging

import sqlalchemy
from alembic.autogenerate import comparators
from alembic.operations.ops import (AddColumnOp, AlterColumnOp, CreateTableOp, DropColumnOp, DropTableOp, ModifyTableOps)
from sqlalchemy.dialects import postgresql

from alembic_postgresql_enum.configuration import get_configuration
from alembic_postgresql_enum.get_enum_data import (column_defaults, get_declared_enums, get_defined_enums, native_enum_of)
from alembic_postgresql_enum.operations import CreateEnumOp, DropEnumOp, SyncEnumValuesOp

log = logging.getLogger(f"alembic.{__name__}")


def _columns_of(op):
    """Columns that an operation, or what undoes it, makes."""
    if isinstance(op, ModifyTableOps):
        return [column for inner in op.ops for column in _columns_of(inner)]
    if isinstance(op, AddColumnOp):
        return [op.column]
    if isinstance(op, CreateTableOp):
        return [column for column in op.columns if isinstance(column, sqlalchemy.Column)]
    if isinstance(op, (DropColumnOp, DropTableOp)):
        made = getattr(op, "_reverse", None)
        return _columns_of(made) if made is not None else []
    return []


def _without_create(column_type):
    """The same type, left alone by CREATE TABLE: it is created before."""
    if isinstance(column_type, sqlalchemy.ARRAY):
        item, made = column_type.item_type, _without_create(column_type.item_type)
        return column_type if made is item else postgresql.ARRAY(made, dimensions=column_type.dimensions)
    enum = native_enum_of(column_type)
    if enum is None or enum is not column_type or not getattr(enum, "create_type", True):
        return column_type
    schema = {"schema": enum.schema} if enum.schema else {}
    return postgresql.ENUM(*enum.enums, name=enum.name, create_type=False, **schema)


def add_create_type_false(upgrade_ops):
    for op in upgrade_ops.ops:
        for column in _columns_of(op):
            column.type = _without_create(column.type)


def add_postgres_using_to_text(upgrade_ops):
    """Text becomes an enum by a cast that the server does not do by itself."""
    for group in upgrade_ops.ops:
        for op in group.ops if isinstance(group, ModifyTableOps) else ():
            if not isinstance(op, AlterColumnOp) or op.modify_type is None:
                continue
            enum = native_enum_of(op.modify_type)
            if enum is not None and isinstance(op.existing_type, sqlalchemy.String) and native_enum_of(op.existing_type) is None:
                op.kw["postgresql_using"] = f"{op.column_name}::{enum.name}"
                log.info("postgresql_using added to %r.%r alteration", op.table_name, op.column_name)


def _text_of(default):
    return getattr(getattr(default, "arg", None), "text", None)


def _defaults_after(connection, upgrade_ops, default_schema):
    """What the database has, and what these operations make of it."""
    defaults = column_defaults(connection)
    for group in upgrade_ops.ops:
        for op in group.ops if isinstance(group, ModifyTableOps) else [group]:
            if isinstance(op, AlterColumnOp) and op.modify_server_default is not False:
                defaults[op.schema or default_schema, op.table_name, op.column_name] = _text_of(op.modify_server_default)
            elif isinstance(op, (AddColumnOp, CreateTableOp)):
                for column in _columns_of(op):
                    if _text_of(column.server_default) is not None:
                        place = (op.schema or default_schema, op.table_name, column.name)
                        defaults[place] = _text_of(column.server_default)
    return defaults


def _compare_schema(schema, defined, declared, references, upgrade_ops):
    configuration = get_configuration()
    for name, values in declared.items():
        if name not in defined:
            log.info("Detected added enum %r with values %r", name, values)
            upgrade_ops.ops.insert(0, CreateEnumOp(name=name, schema=schema, enum_values=values))
    for name, values in defined.items() if configuration.drop_unused_enums else ():
        if name not in declared:
            log.info("Detected unused enum %r with values %r", name, values)
            upgrade_ops.ops.append(DropEnumOp(name=name, schema=schema, enum_values=values))
    for name, values in declared.items() if configuration.detect_enum_values_changes else ():
        old, order = defined.get(name), sorted if configuration.ignore_enum_values_order else tuple
        if old is None or order(values) == order(old):
            continue
        log.info("Detected changed enum values in %r\nWas: %r\nBecome: %r", name, list(old), list(values))
        columns = sorted(references[name], key=lambda one: (one.table_schema, one.table_name, one.column_name))
        upgrade_ops.ops.append(SyncEnumValuesOp(schema, name, list(old), list(values), columns))


@comparators.dispatch_for("schema", priority=10)
def compare_enums(autogen_context, upgrade_ops, schema_names):
    dialect, configuration = autogen_context.dialect, get_configuration()
    if dialect.name != "postgresql" and not configuration.force_dialect_support:
        log.warning(f"This library only supports postgresql, but you are using {dialect.name}, skipping")
        return
    add_create_type_false(upgrade_ops)
    add_postgres_using_to_text(upgrade_ops)
    names = list(schema_names)
    names += [op.schema for op in upgrade_ops.ops if isinstance(op, CreateTableOp) and op.schema not in names]
    metadata, connection = autogen_context.metadata, autogen_context.connection
    metadatas = list(metadata) if isinstance(metadata, (list, tuple)) else [metadata]
    defaults = _defaults_after(connection, upgrade_ops, dialect.default_schema_name)
    for schema in dict.fromkeys(name or dialect.default_schema_name for name in names):
        declared, references = get_declared_enums(metadatas, schema, dialect.default_schema_name, defaults,
                                                  configuration.include_name)
        defined = get_defined_enums(connection, schema, configuration.include_name)
        _compare_schema(schema, defined, declared, references, upgrade_ops)
