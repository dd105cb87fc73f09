"""Enum types created, dropped, and given other members."""

import logging
import re

from alembic.autogenerate import renderers
from alembic.operations import MigrateOperation, Operations
from sqlalchemy import text
from sqlalchemy.exc import DataError

from alembic_postgresql_enum.configuration import get_configuration
from alembic_postgresql_enum.get_enum_data import ColumnType, TableReference, Unspecified, quoted

log = logging.getLogger(f"alembic.{__name__}")


class EnumLifecycleOp(MigrateOperation):
    operation_name = None

    def __init__(self, schema, name, enum_values):
        self.schema, self.name, self.enum_values = schema, name, enum_values

    def to_diff_tuple(self):
        return self.operation_name, self.name, self.schema, self.enum_values

    def difference_text(self):
        return f"{self.operation_name.replace('_', ' ')} {self.schema}.{self.name} ({', '.join(self.enum_values)})"


class CreateEnumOp(EnumLifecycleOp):
    operation_name = "create_enum"

    def reverse(self):
        return DropEnumOp(self.schema, self.name, self.enum_values)


class DropEnumOp(EnumLifecycleOp):
    operation_name = "drop_enum"

    def reverse(self):
        return CreateEnumOp(self.schema, self.name, self.enum_values)


@renderers.dispatch_for(EnumLifecycleOp)
def render_enum_op(autogen_context, op):
    schema = f", schema='{op.schema}'" if op.schema != autogen_context.dialect.default_schema_name else ""
    call = "create" if isinstance(op, CreateEnumOp) else "drop"
    return f"sa.Enum({', '.join(map(repr, op.enum_values))}, name='{op.name}'{schema}).{call}(op.get_bind())"


# --- other members --------------------------------------------------------------------------------------------------


def _literal(value):
    return "'" + value.replace("'", "''") + "'"


class _Sync:
    """One type made anew: the old one steps aside, its columns move over, and it goes."""

    def __init__(self, operations, schema, name, renamed):
        self.operations, self.renamed, self.name = operations, renamed, name
        self.schema, self.new, self.old_name = quoted(schema), f"{quoted(schema)}.{quoted(name)}", f"{name}_old"
        self.old = f"{quoted(schema)}.{quoted(self.old_name)}"

    def run(self, sql):
        self.operations.execute(text(re.sub(r"::|:", lambda found: found.group() if len(found.group()) > 1 else r"\:", sql)))

    def _member(self, old_text, otherwise):
        """An old member's text as the new one's."""
        if not self.renamed:
            return otherwise
        whens = " ".join(f"WHEN {old_text} = {_literal(old)} THEN {_literal(new)}" for old, new in self.renamed)
        return f"CASE {whens} ELSE {otherwise} END"

    def make_type(self, values):
        self.run(f"ALTER TYPE {self.new} RENAME TO {quoted(self.old_name)}")
        self.run(f"CREATE TYPE {self.new} AS ENUM({', '.join(map(_literal, values))})")

    def make_operators(self):
        """Predicates of indexes compare with members of the old type while the column has the new one."""
        member = self._member("old_enum_val::text", "old_enum_val::text")
        for operator, function in (("!=", "new_old_not_equals"), ("=", "new_old_equals")):
            self.run(f"CREATE FUNCTION {function}(new_enum_val {self.new}, old_enum_val {self.old}) RETURNS boolean "
                     f"AS $$ SELECT new_enum_val::text {operator} {member}; $$ LANGUAGE SQL IMMUTABLE")
            self.run(f"CREATE OPERATOR {operator} (leftarg = {self.new}, rightarg = {self.old}, procedure = {function})")

    def note_indexes(self):
        """Indexes whose predicates or expressions hold members: they go with the operators. Unknown with --sql."""
        connection = self.operations.get_bind()
        self.indexes = [] if connection is None else connection.execute(text("""
            SELECT pg_get_indexdef(i.indexrelid), i.indexrelid::regclass::text
            FROM pg_catalog.pg_index i
            WHERE (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL)
              AND EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                          WHERE d.objid = i.indexrelid AND d.refobjid = CAST(CAST(:type AS regtype) AS oid))
            ORDER BY i.indexrelid"""), {"type": self.new}).fetchall()

    def make_indexes_again(self):
        for definition, name in self.indexes:
            lost = self.operations.get_bind().execute(text("SELECT to_regclass(:name) IS NULL"), {"name": name}).scalar()
            for old, new in self.renamed:
                definition = definition.replace(f"{_literal(old)}::", f"{_literal(new)}::")
            if lost:
                self.run(definition)

    def finish(self):
        for function in ("new_old_not_equals", "new_old_equals"):
            self.run(f"DROP FUNCTION {function}(new_enum_val {self.new}, old_enum_val {self.old}) CASCADE")
        self.run(f"DROP TYPE {self.old}")

    def move(self, reference):
        alter = f"ALTER TABLE {reference.table_name_with_schema} ALTER COLUMN {reference.escaped_column_name}"
        default = reference.existing_server_default
        if default is not None:
            self.run(f"{alter} DROP DEFAULT")
        column = reference.escaped_column_name
        if reference.column_type is ColumnType.ARRAY:
            using = f"{column}::text[]"
            for old, new in self.renamed:
                using = f"array_replace({using}, {_literal(old)}, {_literal(new)})"
            self._cast(f"{alter} TYPE {self.new}[] USING {using}::{self.new}[]")
        else:
            using = self._member(f"{column}::text", f"{column}::text")
            self._cast(f"{alter} TYPE {self.new} USING ({using})::{self.new}")
        if default is not None:
            self.run(f"{alter} SET DEFAULT {self._default(default)}")

    def _cast(self, sql):
        try:
            self.run(sql)
        except DataError as error:
            raise ValueError("New enum values can not be set due to some row containing reference to old enum value. "
                             "Please consider using enum_values_to_rename parameter or updating/deleting these row "
                             "before calling sync_enum_values.") from error

    def _default(self, default):
        for old, new in self.renamed:
            default = default.replace(_literal(old), _literal(new)).replace(f'"{old}"', f'"{new}"')
        if default.startswith("ARRAY["):
            return re.sub(r'::("[^"]*"|[\w$])+(\.("[^"]*"|[\w$])+)?', lambda found: f"::{self.new}", default)
        value, _, kind = default.partition("::")
        return f"{value}::{self.new}{'[]' if kind.endswith('[]') else ''}"


def _reference_from(operations, schema, affected):
    if isinstance(affected, TableReference):
        if affected.table_schema is not Unspecified:
            return affected
        return TableReference(affected.table_name, affected.column_name, schema, affected.column_type,
                              affected.existing_server_default)
    if not isinstance(affected, tuple):
        raise ValueError("Affected columns must contain tuples or TableReferences")
    connection = operations.get_bind()
    if connection is None:
        raise ValueError("with --sql there is no database to ask for the defaults of affected columns: write "
                         "TableReference(..., existing_server_default=...) for tuples")
    default = connection.execute(text("""
        SELECT column_default FROM information_schema.columns
        WHERE table_schema = :schema AND table_name = :table_name AND column_name = :column_name"""),
                                 {"schema": schema, "table_name": affected[0], "column_name": affected[1]}).scalar()
    return TableReference(affected[0], affected[1], schema, affected[2] if len(affected) > 2 else ColumnType.COMMON, default)


@Operations.register_operation("sync_enum_values")
class SyncEnumValuesOp(MigrateOperation):
    operation_name = "change_enum_variants"

    def __init__(self, schema, name, old_values, new_values, affected_columns):
        self.schema, self.name, self.old_values, self.new_values = schema, name, old_values, new_values
        self.affected_columns = affected_columns

    def reverse(self):
        return SyncEnumValuesOp(self.schema, self.name, self.new_values, self.old_values, self.affected_columns)

    @classmethod
    def sync_enum_values(cls, operations, enum_schema, enum_name, new_values, affected_columns, enum_values_to_rename=()):
        dialect = operations.migration_context.dialect.name
        if dialect != "postgresql" and not get_configuration().force_dialect_support:
            log.warning(f"This library only supports postgresql, but you are using {dialect}, skipping")
            return
        sync = _Sync(operations, enum_schema, enum_name, list(enum_values_to_rename))
        references = [_reference_from(operations, enum_schema, affected) for affected in affected_columns]
        sync.note_indexes()
        sync.make_type(new_values)
        sync.make_operators()
        for reference in references:
            sync.move(reference)
        sync.finish()
        sync.make_indexes_again()

    def to_diff_tuple(self):
        return self.operation_name, self.old_values, self.new_values, self.affected_columns

    def difference_text(self):
        return (f"change members of enum {self.schema}.{self.name} from ({', '.join(self.old_values)}) "
                f"to ({', '.join(self.new_values)})")

    @property
    def is_column_type_import_needed(self):
        return any(reference.is_column_type_import_needed for reference in self.affected_columns)


@renderers.dispatch_for(SyncEnumValuesOp)
def render_sync_enum_value_op(autogen_context, op):
    if op.is_column_type_import_needed:
        autogen_context.imports.add("from alembic_postgresql_enum import ColumnType")
    autogen_context.imports.add("from alembic_postgresql_enum import TableReference")
    ignore = "  # type: ignore[attr-defined]" if get_configuration().add_type_ignore else ""
    arguments = (("enum_schema", op.schema), ("enum_name", op.name), ("new_values", op.new_values),
                 ("affected_columns", op.affected_columns), ("enum_values_to_rename", []))
    return "\n".join([f"op.sync_enum_values({ignore}", *(f"    {name}={value!r}," for name, value in arguments), ")"])
