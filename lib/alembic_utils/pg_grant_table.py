"""Privileges on tables and their columns."""

from enum import Enum

from sqlalchemy import text as sql_text

from alembic_utils.exceptions import BadInputException
from alembic_utils.replaceable_entity import ReplaceableEntity
from alembic_utils.statement import coerce_to_quoted, coerce_to_unquoted


class PGGrantTableChoice(str, Enum):
    SELECT = "SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    REFERENCES = "REFERENCES"
    DELETE = "DELETE"
    TRUNCATE = "TRUNCATE"
    TRIGGER = "TRIGGER"

    def __str__(self):
        return self.value

    def __repr__(self):
        return f"'{self.value}'"


_OF_COLUMNS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")
_FIELDS = ("schema", "table", "columns", "role", "grant", "with_grant_option")


class PGGrantTable(ReplaceableEntity):
    type_ = "grant_table"

    def __init__(self, schema, table, role, grant, columns=None, with_grant_option=False):
        self.schema = coerce_to_unquoted(schema)
        self.table = coerce_to_unquoted(table)
        self.columns = sorted(columns) if columns else []
        self.role = coerce_to_unquoted(role)
        self.grant = PGGrantTableChoice(grant)
        self.with_grant_option = with_grant_option
        self.signature = self.identity
        if (self.grant.value in _OF_COLUMNS) != bool(self.columns):
            raise BadInputException(f"When grant type is {self.grant} a value must {'not ' if self.columns else ''}be "
                                    "provided for columns")

    @classmethod
    def from_sql(cls, sql):
        raise NotImplementedError()

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in _FIELDS)})"

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _FIELDS)

    __hash__ = None

    @property
    def identity(self):
        return f"{type(self).__name__}: {self.schema}.{self.table}.{self.role}.{self.grant}"

    @property
    def definition(self):
        return repr(self)

    def to_variable_name(self):
        return f"{self.schema}_{self.table}_{self.role}_{self.grant}".lower()

    def render_self_for_migration(self, omit_definition=False):
        return f"{self.to_variable_name()} = {self!r}\n"

    @property
    def _table(self):
        return f"{self.literal_schema}.{coerce_to_quoted(self.table)}"

    def to_sql_statement_create(self):
        columns = f'( {", ".join(self.columns)} )' if self.columns else ""
        option = " WITH GRANT OPTION" if self.with_grant_option else ""
        return sql_text(f"GRANT {self.grant} {columns} ON {self._table} TO {coerce_to_quoted(self.role)} {option}")

    def to_sql_statement_drop(self, cascade=False):
        return sql_text(f"REVOKE {self.grant} ON {self._table} FROM {coerce_to_quoted(self.role)}")

    def to_sql_statement_create_or_replace(self):
        yield self.to_sql_statement_drop()
        yield self.to_sql_statement_create()

    @classmethod
    def from_database(cls, sess, schema="%"):
        """What the current role granted to roles that are no superusers."""
        rows = sess.execute(sql_text("""
            SELECT g.table_schema::text, g.table_name::text, g.grantee::text, g.privilege_type::text, g.is_grantable,
                   array_agg(g.column_name::text ORDER BY g.column_name)
            FROM information_schema.role_column_grants g JOIN pg_catalog.pg_roles r ON r.rolname = g.grantee
            WHERE NOT r.rolsuper AND g.grantor = CURRENT_USER AND g.table_schema LIKE :schema
              AND g.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
            GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5"""), {"schema": schema}).fetchall()
        rows = [*rows, *sess.execute(sql_text("""
            SELECT g.table_schema::text, g.table_name::text, g.grantee::text, g.privilege_type::text, g.is_grantable, NULL
            FROM information_schema.role_table_grants g JOIN pg_catalog.pg_roles r ON r.rolname = g.grantee
            WHERE NOT r.rolsuper AND g.grantor = CURRENT_USER AND g.table_schema LIKE :schema
              AND g.privilege_type IN ('DELETE', 'TRUNCATE', 'TRIGGER')
            ORDER BY 1, 2, 3, 4, 5"""), {"schema": schema}).fetchall()]
        return [cls(schema=schema_name, table=table, role=role, grant=grant, columns=columns,
                    with_grant_option=grantable == "YES")
                for schema_name, table, role, grant, grantable, columns in rows]
