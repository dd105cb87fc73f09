"""Row level security policies."""

from sqlalchemy import text as sql_text

from alembic_utils.exceptions import SQLParseFailure
from alembic_utils.on_entity_mixin import OnEntityMixin
from alembic_utils.replaceable_entity import ReplaceableEntity
from alembic_utils.statement import coerce_to_quoted, statement_pattern

_CREATE = statement_pattern(r"create policy (?P<signature>.+?) on (?P<on_entity>.+?) (?P<definition>.+)")


def _in_parentheses(expression):
    return expression if expression.startswith("(") else f"({expression})"


class PGPolicy(OnEntityMixin, ReplaceableEntity):
    type_ = "policy"

    @classmethod
    def from_sql(cls, sql):
        found = _CREATE.fullmatch(sql.strip())
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGPolicy """{sql}"""')
        on_entity = found["on_entity"] if "." in found["on_entity"] else f"public.{found['on_entity']}"
        return cls(schema=on_entity.partition(".")[0], signature=found["signature"], definition=found["definition"],
                   on_entity=on_entity)

    def to_sql_statement_create(self):
        return sql_text(f"CREATE POLICY {self.signature} on {self.on_entity} {self.definition}")

    def to_sql_statement_drop(self, cascade=False):
        return sql_text(f'DROP POLICY {self.signature} on {self.on_entity} {"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        yield sql_text(f"DROP POLICY IF EXISTS {self.signature} on {self.on_entity};")
        yield sql_text(f"CREATE POLICY {self.signature} on {self.on_entity} {self.definition};")

    @classmethod
    def from_database(cls, sess, schema):
        rows = sess.execute(sql_text("""
            SELECT p.schemaname, p.tablename, p.policyname, p.permissive, p.cmd, p.roles::text[], p.qual, p.with_check
            FROM pg_catalog.pg_policies p WHERE p.schemaname = :schema
            ORDER BY p.tablename, p.policyname"""), {"schema": schema}).fetchall()
        policies = []
        for schema_name, table, name, permissive, command, roles, using, check in rows:
            parts = [f"create policy {coerce_to_quoted(name)} on {coerce_to_quoted(schema_name)}.{coerce_to_quoted(table)}",
                     f"as {permissive}", f"for {command}", f"to {', '.join(roles)}",
                     using and f"using {_in_parentheses(using)}", check and f"with check {_in_parentheses(check)}"]
            policies.append(cls.from_sql(" ".join(part for part in parts if part)))
        return policies
