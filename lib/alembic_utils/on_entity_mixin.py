"""Entities that belong to a table: triggers and policies."""

from alembic_utils.statement import coerce_to_unquoted


class OnEntityMixin:
    def __init__(self, schema, signature, definition, on_entity):
        super().__init__(schema=schema, signature=signature, definition=definition)
        self.on_entity = coerce_to_unquoted(on_entity if "." in on_entity else f"public.{on_entity}")

    @property
    def identity(self):
        return f"{type(self).__name__}: {self.schema}.{self.signature} {self.on_entity}"

    def _arguments(self, definition):
        return [("schema", f'"{self.schema}"'), ("signature", f'"{self.signature}"'),
                ("on_entity", f'"{self.on_entity}"'), ("definition", repr(definition))]

    def to_variable_name(self):
        name = self.signature.split("(")[0].strip().lower()
        return f"{self.schema.lower()}_{self.on_entity.lower().partition('.')[2]}_{name}"
