"""The order in which entities can be created, found by trying."""

import logging
from contextlib import contextmanager

from sqlalchemy.exc import InternalError, ProgrammingError

from alembic_utils.simulate import simulate_entity

logger = logging.getLogger(__name__)


def _can_create(sess, entity, dependencies=None):
    try:
        with simulate_entity(sess, entity, dependencies):
            return True
    except (ProgrammingError, InternalError):
        return False


def solve_resolution_order(sess, entities):
    """Those that need nothing, then those that need these, and so on; what cannot be created at all comes last."""
    entities = list(entities)
    logger.info("Resolving entities with no dependencies")
    resolved = [entity for entity in entities if _can_create(sess, entity)]
    logger.info("Resolving entities with dependencies. This may take a minute")
    found = True
    while found and len(resolved) < len(entities):
        found = False
        for entity in entities:
            if entity not in resolved and _can_create(sess, entity, resolved):
                resolved.append(entity)
                found = True
    return resolved + [entity for entity in entities if entity not in resolved]


@contextmanager
def recreate_dropped(connection):
    """What a DROP ... CASCADE inside the block takes along is created again after it; grants are not."""
    from sqlalchemy.orm import Session

    from alembic_utils.pg_function import PGFunction
    from alembic_utils.pg_materialized_view import PGMaterializedView
    from alembic_utils.pg_trigger import PGTrigger
    from alembic_utils.pg_view import PGView

    def present():
        return [entity for kind in (PGFunction, PGTrigger, PGView, PGMaterializedView)
                for entity in kind.from_database(sess, "%")]

    sess = Session(bind=connection)
    before = present()
    try:
        yield sess
    except BaseException:
        sess.rollback()
        raise
    left = {entity.identity for entity in present()}
    for entity in solve_resolution_order(sess, [entity for entity in before if entity.identity not in left]):
        sess.execute(entity.to_sql_statement_create())
    if len(present()) != len(before):
        sess.rollback()
        raise AssertionError("not everything that was dropped could be created again")
    sess.commit()
