# Names that SQLAlchemy and Alembic have and that are not built in: as of a module that is not available.
from alembic.util import sqla_compat
from sqlalchemy.orm import identity
from sqlalchemy.sql.elements import ColumnElement, KeyedColumnElement
from sqlalchemy.sql.roles import InElementRole

import sqlalchemy.sql.visitors


def f(a: KeyedColumnElement[int], b: InElementRole | None) -> None:
    return identity.IdentityMap and sqla_compat.nothing


print(f.__annotations__["return"], ColumnElement.__name__, sqlalchemy.sql.visitors.Visitable.__name__)
try:
    from sqlalchemy.sql.elements import ColumnElemnt
except ImportError as problem:
    print(problem)
try:
    import sqlalchemy.sql.rolls
except ImportError as problem:
    print(problem)
class Walker(sqlalchemy.sql.visitors.Visitable):
    pass


try:
    identity.WeakInstanceDict()
except ImportError as problem:
    print(str(problem).partition(" (")[0])
print(Walker.__name__, KeyedColumnElement + 1 == 2)
# expect: None ColumnElement Visitable
# expect: cannot import name 'ColumnElemnt' from 'sqlalchemy.sql.elements' (unknown location)
# expect: No module named 'sqlalchemy.sql.rolls'
# expect: `sqlalchemy.orm.identity.WeakInstanceDict` comes from module 'sqlalchemy.orm'
# error: 31:24 ImportError: `sqlalchemy.sql.elements.KeyedColumnElement` comes from module 'sqlalchemy.sql.elements'
