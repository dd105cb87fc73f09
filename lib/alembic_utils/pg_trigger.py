"""Triggers."""

from sqlalchemy import text as sql_text

from alembic_utils.exceptions import SQLParseFailure
from alembic_utils.on_entity_mixin import OnEntityMixin
from alembic_utils.replaceable_entity import ReplaceableEntity
from alembic_utils.statement import statement_pattern

_BODY = r"(?P<event>.+?) on (?P<on_entity>.+?) (?P<action>.+)"
_CREATE = statement_pattern(r"create (?P<constraint>constraint )?trigger (?P<signature>.+?) " + _BODY)
_DEFINITION = statement_pattern(_BODY)


class PGTrigger(OnEntityMixin, ReplaceableEntity):
    type_ = "trigger"

    def __init__(self, schema, signature, definition, on_entity, is_constraint=False):
        super().__init__(schema=schema, signature=signature, definition=definition, on_entity=on_entity)
        self.is_constraint = is_constraint

    @classmethod
    def from_sql(cls, sql):
        found = _CREATE.fullmatch(sql)
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGTrigger """{sql}"""')
        on_entity = found["on_entity"] if "." in found["on_entity"] else f"public.{found['on_entity']}"
        return cls(schema=on_entity.split(".")[0], signature=found["signature"], on_entity=on_entity,
                   definition=f" {found['event']} ON {on_entity} {found['action']}",
                   is_constraint=bool(found["constraint"]))

    @property
    def identity(self):
        return f"{type(self).__name__}: {self.schema}.{self.signature} {self.is_constraint} {self.on_entity}"

    def _arguments(self, definition):
        arguments = super()._arguments(definition)
        return [*arguments[:-1], ("is_constraint", repr(self.is_constraint)), arguments[-1]]

    def to_sql_statement_create(self):
        """The table gets the schema of the trigger, whatever the definition says."""
        found = _DEFINITION.fullmatch(self.definition)
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGTrigger.definition """{self.definition}"""')
        table = found["on_entity"].partition(".")[2] or found["on_entity"]
        return sql_text(f'CREATE{" CONSTRAINT " if self.is_constraint else " "}TRIGGER "{self.signature}" '
                        f'{found["event"]} ON {self.schema}.{table} {found["action"]}')

    def to_sql_statement_drop(self, cascade=False):
        return sql_text(f'DROP TRIGGER "{self.signature}" ON {self.on_entity} {"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        yield sql_text(f'DROP TRIGGER IF EXISTS "{self.signature}" ON {self.on_entity};')
        yield self.to_sql_statement_create()

    @classmethod
    def from_database(cls, sess, schema):
        rows = sess.execute(sql_text("""
            SELECT pg_get_triggerdef(t.oid)
            FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
                 JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND n.nspname LIKE :schema
            ORDER BY t.oid"""), {"schema": schema}).fetchall()
        return [cls.from_sql(row[0]) for row in rows]
