"""An entity as if the migration had run."""

import copy
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError


def _put(sess, entity):
    """Creates it anew; what depends on an old one goes with that."""
    if getattr(entity, "with_data", False):  # nobody looks at the rows
        entity = copy.copy(entity)
        entity.with_data = False
    attempt = sess.begin_nested()
    try:
        sess.execute(entity.to_sql_statement_drop(cascade=True))
    except DBAPIError:
        attempt.rollback()
    else:
        attempt.commit()
    sess.execute(entity.to_sql_statement_create())


@contextmanager
def simulate_entity(sess, entity, dependencies=None):
    """Within the block the entity is in the database, and those it needs; afterwards nothing has changed."""
    undo = sess.begin_nested()
    try:
        for one in [*(dependencies or ()), entity]:
            _put(sess, one)
        yield sess
    finally:
        undo.rollback()
