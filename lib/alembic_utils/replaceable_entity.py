"""What all entities have in common, those that a project registered, and their comparison with the database."""

import logging

from alembic.autogenerate import comparators
from alembic.util import CommandError
from sqlalchemy.orm import Session

from alembic_utils.depends import solve_resolution_order
from alembic_utils.exceptions import UnreachableException
from alembic_utils.reversible_op import CreateOp, DropOp, ReplaceOp
from alembic_utils.simulate import simulate_entity
from alembic_utils.statement import (coerce_to_quoted, coerce_to_unquoted, escape_colon_for_sql, normalize_whitespace,
                                     strip_terminating_semicolon)

logger = logging.getLogger(__name__)


class ReplaceableEntity:
    """Subclasses say how they are written in SQL (from_sql, to_sql_statement_*) and read back (from_database)."""

    type_ = None
    _version_to_replace = None  # what the database has, when the comparison found another

    def __init__(self, schema, signature, definition):
        self.schema = coerce_to_unquoted(normalize_whitespace(schema))
        self.signature = coerce_to_unquoted(normalize_whitespace(signature))
        self.definition = escape_colon_for_sql(strip_terminating_semicolon(definition))

    @classmethod
    def from_sql(cls, sql):
        raise NotImplementedError()

    @classmethod
    def from_path(cls, path):
        with path.open() as file:
            return cls.from_sql(file.read())

    @classmethod
    def from_database(cls, sess, schema="%"):
        raise NotImplementedError()

    def to_sql_statement_create(self):
        raise NotImplementedError()

    def to_sql_statement_drop(self, cascade=False):
        raise NotImplementedError()

    def to_sql_statement_create_or_replace(self):
        raise NotImplementedError()

    @property
    def literal_schema(self):
        return coerce_to_quoted(self.schema)

    @property
    def identity(self):
        return f"{type(self).__name__}: {self.schema}.{self.signature}"

    # --- as Python

    def to_variable_name(self):
        name = self.signature.split("(")[0].strip().lower().replace("-", "_")
        return f"{self.schema.lower()}_{name}"

    def _arguments(self, definition):
        return [("schema", f'"{self.schema}"'), ("signature", f'"{self.signature}"'), ("definition", repr(definition))]

    def _construction(self, arguments, indent=""):
        lines = ",\n".join(f"{indent}    {name}={value}" for name, value in arguments)
        return f"{self.to_variable_name()} = {type(self).__name__}(\n{lines}\n{indent})\n"

    def render_self_for_migration(self, omit_definition=False):
        return self._construction(self._arguments("# not required for op" if omit_definition else self.definition))

    @classmethod
    def render_import_statement(cls):
        return f"from {cls.__module__} import {cls.__name__}\nfrom sqlalchemy import text as sql_text"

    # --- against the database

    def get_database_definition(self, sess, dependencies=None):
        """The entity as the server prints it: the one that is not there any more once it is dropped."""
        with simulate_entity(sess, self, dependencies):
            present = self.from_database(sess, schema=self.schema)
            sess.execute(self.to_sql_statement_drop())
            left = [entity.identity for entity in self.from_database(sess, schema=self.schema)]
        for entity in present:
            if entity.identity not in left:
                return entity
        raise UnreachableException()

    def _required_op(self, printed, present):
        for entity in present:
            if entity.identity != printed.identity:
                continue
            if normalize_whitespace(entity.definition) == normalize_whitespace(printed.definition):
                return None
            self._version_to_replace = entity
            return ReplaceOp(self)
        return CreateOp(self)

    def get_required_migration_op(self, sess, dependencies=None):
        present = self.from_database(sess, schema=self.schema)
        return self._required_op(self.get_database_definition(sess, dependencies=dependencies), present)


def _entity_types():
    """Every kind, the project's own last; in this order they can be dropped."""
    from alembic_utils.pg_extension import PGExtension
    from alembic_utils.pg_function import PGFunction
    from alembic_utils.pg_grant_table import PGGrantTable
    from alembic_utils.pg_materialized_view import PGMaterializedView
    from alembic_utils.pg_policy import PGPolicy
    from alembic_utils.pg_trigger import PGTrigger
    from alembic_utils.pg_view import PGView

    ours = [PGTrigger, PGPolicy, PGGrantTable, PGMaterializedView, PGView, PGFunction, PGExtension]
    return ours + [kind for kind in ReplaceableEntity.__subclasses__() if kind not in ours]


class ReplaceableEntityRegistry:
    def __init__(self):
        self._entities = {}
        self.schemas, self.exclude_schemas, self.entity_types = set(), set(), set()

    def clear(self):
        for part in (self._entities, self.schemas, self.exclude_schemas, self.entity_types):
            part.clear()

    def register(self, entities, schemas=None, exclude_schemas=None, entity_types=None):
        self._entities.update({entity.identity: entity for entity in entities})
        self.schemas |= set(schemas or ())
        self.exclude_schemas |= set(exclude_schemas or ())
        self.entity_types |= set(entity_types or ())

    @property
    def allowed_entity_types(self):
        return self.entity_types or set(_entity_types())

    def entities(self):
        return list(self._entities.values())


registry = ReplaceableEntityRegistry()


def register_entities(entities, schemas=None, exclude_schemas=None, entity_types=None):
    registry.register(entities, schemas, exclude_schemas, entity_types)


def include_entity(entity, autogen_context, reflected):
    """What include_name and include_object of the project say."""
    name = f"{entity.schema}.{entity.signature}"
    parents = {"schema_name": entity.schema, "table_name": f"Not applicable for type {entity.type_}"}
    if reflected and not autogen_context.run_name_filters(name, entity.type_, parents):
        return False
    return autogen_context.run_object_filters(entity, name, entity.type_, reflected=reflected, compare_to=None)


# --- the comparison ------------------------------------------------------------------------------------------------


class _undone:
    """A session whose work is taken back."""

    def __init__(self, connection):
        self.connection = connection

    def __enter__(self):
        self.savepoint = self.connection.begin_nested()
        self.session = Session(bind=self.connection)
        return self.session

    def __exit__(self, *error):
        self.session.rollback()
        if self.savepoint.is_active:
            self.savepoint.rollback()


def _observed_schemas(autogen_context, schemas, entities):
    observed = {schema for schema in schemas if schema} | registry.schemas
    if autogen_context.opts.get("include_schemas"):
        observed |= set(autogen_context.inspector.get_schema_names())
    observed -= registry.exclude_schemas
    return sorted((observed | {entity.schema for entity in entities}) - {"information_schema"})


def _compare_wanted(autogen_context, upgrade_ops, entities):
    """Operations for what the project declares; what it is called in the database."""
    changed, identities = [], set()
    for entity in entities:
        kind = type(entity).__name__
        logger.info("Detecting required migration op %s %s", kind, entity.identity)
        if type(entity) not in registry.allowed_entity_types:
            continue
        if not include_entity(entity, autogen_context, reflected=False):
            logger.debug("Ignoring local entity %s %s due to AutogenContext filters", kind, entity.identity)
            continue
        with _undone(autogen_context.connection) as sess:
            present = entity.from_database(sess, schema=entity.schema)
            printed = entity.get_database_definition(sess, dependencies=changed)
        identities.add(printed.identity)
        op = entity._required_op(printed, present)
        if op is None:
            logger.debug("Detected NoOp op for %s %s", kind, entity.identity)
            continue
        upgrade_ops.ops.append(op)
        changed.append(entity)
        logger.info("Detected %s op for %s %s", type(op).__name__, kind, entity.identity)
    return identities


def _compare_present(autogen_context, upgrade_ops, schemas, identities):
    """Drops what the project does not declare; what came last goes first."""
    with _undone(autogen_context.connection) as sess:
        for kind in _entity_types():
            if kind not in registry.allowed_entity_types:
                continue
            for schema in schemas:
                for entity in reversed(kind.from_database(sess, schema=schema)):
                    if not include_entity(entity, autogen_context, reflected=True):
                        logger.debug("Ignoring remote entity %s %s due to AutogenContext filters", kind.__name__,
                                     entity.identity)
                    elif entity.identity not in identities:
                        upgrade_ops.ops.append(DropOp(entity))
                        logger.info("Detected DropOp op for %s %s", kind.__name__, entity.identity)


@comparators.dispatch_for("schema")
def compare_registered_entities(autogen_context, upgrade_ops, schemas):
    entities = registry.entities()
    if autogen_context.dialect.name != "postgresql":
        if not entities:
            return
        raise CommandError("alembic_utils: functions, views, triggers, policies, extensions and grants are compared on "
                           f"PostgreSQL only, and this database is {autogen_context.dialect.name}; call "
                           "register_entities() for PostgreSQL only")
    with _undone(autogen_context.connection) as sess:
        ordered = solve_resolution_order(sess, entities)
    identities = _compare_wanted(autogen_context, upgrade_ops, ordered)
    _compare_present(autogen_context, upgrade_ops, _observed_schemas(autogen_context, schemas, entities), identities)
