"""Extensions."""

from sqlalchemy import text as sql_text

from alembic_utils.replaceable_entity import ReplaceableEntity
from alembic_utils.statement import coerce_to_unquoted, normalize_whitespace


class PGExtension(ReplaceableEntity):
    type_ = "extension"

    def __init__(self, schema, signature):
        self.schema = coerce_to_unquoted(normalize_whitespace(schema))
        self.signature = coerce_to_unquoted(normalize_whitespace(signature))
        self.definition = f"{type(self).__name__}: {self.schema} {self.signature}"

    @classmethod
    def from_sql(cls, sql):
        raise NotImplementedError()

    def to_sql_statement_create(self):
        return sql_text(f'CREATE EXTENSION "{self.signature}" WITH SCHEMA {self.literal_schema};')

    def to_sql_statement_drop(self, cascade=False):
        return sql_text(f'DROP EXTENSION "{self.signature}" {"CASCADE" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        raise NotImplementedError()

    @property
    def identity(self):
        """A database has an extension once, whatever the schema."""
        return f"{type(self).__name__}: {self.signature}"

    def _arguments(self, definition):
        return super()._arguments(definition)[:-1]

    @classmethod
    def from_database(cls, sess, schema):
        rows = sess.execute(sql_text("""
            SELECT n.nspname, e.extname
            FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
            WHERE n.nspname <> 'pg_catalog' AND n.nspname LIKE :schema
            ORDER BY e.oid"""), {"schema": schema}).fetchall()
        return [cls(*row) for row in rows]
