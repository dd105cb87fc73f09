"""TypeEngine.Comparator: what the expressions of a type can do, which a type's comparator_factory may add to."""

from sqlalchemy.orm.base import Operators, Parametrised
from sqlalchemy.sql.elements import ColumnOperators


class Comparator(Operators, Parametrised):
    __module__, __qualname__ = "sqlalchemy.sql.type_api", "TypeEngine.Comparator"

    def __init__(self, expr):
        self.expr, self.type = expr, expr.type

    def __clause_element__(self):
        return self.expr

    def __getattr__(self, name):
        if name.startswith("__") or not hasattr(ColumnOperators, name):
            raise AttributeError(f"Neither {type(self.expr).__name__!r} object nor {type(self).__name__!r} object "
                                 f"has an attribute {name!r}")
        return getattr(self.expr, name)
