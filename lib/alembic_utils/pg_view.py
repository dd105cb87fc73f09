"""Views."""

from sqlalchemy import text as sql_text

from alembic_utils.exceptions import SQLParseFailure
from alembic_utils.replaceable_entity import ReplaceableEntity
from alembic_utils.statement import (coerce_to_unquoted, normalize_whitespace, statement_pattern,
                                     strip_terminating_semicolon)

_CREATE = statement_pattern(r"create.+?view (?P<schema>.+?)\.(?P<signature>.+?) as (?P<definition>.+)")


class PGView(ReplaceableEntity):
    type_ = "view"

    def __init__(self, schema, signature, definition):
        self.schema = coerce_to_unquoted(normalize_whitespace(schema))
        self.signature = coerce_to_unquoted(normalize_whitespace(signature))
        self.definition = strip_terminating_semicolon(definition)

    @classmethod
    def from_sql(cls, sql):
        found = _CREATE.fullmatch(sql)
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGView """{sql}"""')
        return cls(schema=found["schema"], signature=found["signature"].split("(")[0], definition=found["definition"])

    @property
    def _name(self):
        return f'{self.literal_schema}."{self.signature}"'

    def to_sql_statement_create(self):
        return sql_text(f"CREATE VIEW {self._name} AS {self.definition};")

    def to_sql_statement_drop(self, cascade=False):
        return sql_text(f'DROP VIEW {self._name} {"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        """Where the columns change the view cannot be replaced, and is dropped first."""
        yield sql_text(f"""
        do $$
            begin
                CREATE OR REPLACE VIEW {self._name} AS {self.definition};

            exception when others then
                DROP VIEW IF EXISTS {self._name};

                CREATE VIEW {self._name} AS {self.definition};
            end;
        $$ language 'plpgsql'
        """)

    @classmethod
    def from_database(cls, sess, schema):
        rows = sess.execute(sql_text("""
            SELECT n.nspname, c.relname, pg_get_viewdef(c.oid)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'v' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname LIKE :schema
            ORDER BY c.oid"""), {"schema": schema}).fetchall()
        return [cls(*row) for row in rows]
