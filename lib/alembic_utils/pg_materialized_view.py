"""Materialized views."""

from sqlalchemy import text as sql_text

from alembic_utils.exceptions import SQLParseFailure
from alembic_utils.replaceable_entity import ReplaceableEntity
from alembic_utils.statement import (coerce_to_unquoted, normalize_whitespace, statement_pattern,
                                     strip_terminating_semicolon)

_CREATE = statement_pattern(r"create.+?materialized.+?view (?P<schema>.+?)\.(?P<signature>.+?) as (?P<definition>.+?)"
                            r"(?: with (?P<no>no )?data)?")


class PGMaterializedView(ReplaceableEntity):
    type_ = "materialized_view"

    def __init__(self, schema, signature, definition, with_data=True):
        self.schema = coerce_to_unquoted(normalize_whitespace(schema))
        self.signature = coerce_to_unquoted(normalize_whitespace(signature))
        self.definition = strip_terminating_semicolon(definition)
        self.with_data = with_data

    @classmethod
    def from_sql(cls, sql):
        found = _CREATE.fullmatch(strip_terminating_semicolon(sql))
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGView """{sql}"""')
        return cls(schema=found["schema"], signature=found["signature"].split("(")[0], definition=found["definition"],
                   with_data=not found["no"])

    @property
    def _name(self):
        return f'{self.literal_schema}."{self.signature}"'

    @property
    def _statement(self):
        return (f"CREATE MATERIALIZED VIEW {self._name} AS {self.definition.rstrip().rstrip(';')} "
                f"WITH {'' if self.with_data else 'NO'} DATA")

    def to_sql_statement_create(self):
        return sql_text(f"{self._statement};")

    def to_sql_statement_drop(self, cascade=False):
        return sql_text(f'DROP MATERIALIZED VIEW {self._name} {"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        yield sql_text(f"DROP MATERIALIZED VIEW IF EXISTS {self._name}; ")
        yield sql_text(self._statement)

    def render_self_for_migration(self, omit_definition=False):
        """Deeper than the others, and with a blank line behind."""
        arguments = self._arguments("# not required for op" if omit_definition else self.definition)
        return self._construction([*arguments, ("with_data", repr(self.with_data))], indent=" " * 8) + "\n"

    @classmethod
    def from_database(cls, sess, schema):
        rows = sess.execute(sql_text("""
            SELECT n.nspname, c.relname, pg_get_viewdef(c.oid), c.relispopulated
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'm' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname LIKE :schema
            ORDER BY c.oid"""), {"schema": schema}).fetchall()
        return [cls(*row) for row in rows]
