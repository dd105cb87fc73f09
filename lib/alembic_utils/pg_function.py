"""Functions."""

from sqlalchemy import text as sql_text

from alembic_utils.exceptions import SQLParseFailure
from alembic_utils.replaceable_entity import ReplaceableEntity
from alembic_utils.statement import (escape_colon_for_plpgsql, escape_colon_for_sql, normalize_whitespace,
                                     statement_pattern, strip_terminating_semicolon)

_CREATE = statement_pattern(r"create.+?function (?P<schema>.+?)\.(?P<signature>.+?) returns (?P<definition>.+)")


class PGFunction(ReplaceableEntity):
    type_ = "function"

    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        words = normalize_whitespace(definition).lower().replace("'", "")
        escape = escape_colon_for_plpgsql if "language plpgsql" in words else escape_colon_for_sql
        self.definition = escape(strip_terminating_semicolon(definition))

    @classmethod
    def from_sql(cls, sql):
        found = _CREATE.fullmatch(sql.strip())
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGFunction """{sql}"""')
        signature = found["signature"]
        if signature.startswith('"'):
            signature = signature.replace('"', "", 2)
        return cls(schema=found["schema"], signature=signature, definition="returns " + found["definition"])

    @property
    def literal_signature(self):
        name, rest = self.signature.split("(", 1)
        return f'"{name.strip()}"({rest}'

    def _definition_after(self, words):
        return sql_text(f"{words} {self.literal_schema}.{self.literal_signature} {self.definition}")

    def to_sql_statement_create(self):
        return self._definition_after("CREATE FUNCTION")

    def to_sql_statement_drop(self, cascade=False):
        """The parameters go without their defaults; a default may not hold a comma."""
        name, parameters = self.signature.split("(", 1)
        kept = [one[: len(one.lower().split("default")[0])].strip() for one in parameters.rpartition(")")[0].split(",")]
        return sql_text(f'DROP FUNCTION {self.literal_schema}."{name.strip()}"({", ".join(kept)}) '
                        f'{"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        yield self._definition_after("CREATE OR REPLACE FUNCTION")

    @classmethod
    def from_database(cls, sess, schema):
        rows = sess.execute(sql_text("""
            SELECT pg_get_functiondef(p.oid)
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE p.prokind = 'f' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname LIKE :schema
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e'
                              AND d.classid = 'pg_catalog.pg_proc'::regclass)
            ORDER BY p.oid"""), {"schema": schema}).fetchall()
        return [cls.from_sql(row[0]) for row in rows]
