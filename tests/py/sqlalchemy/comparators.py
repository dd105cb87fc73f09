# What a type's own comparator_factory adds to its expressions, and the names of the comparators.
from sqlalchemy import Column, Integer, Table, MetaData, Index, select, Float, func, String
from sqlalchemy.types import TypeEngine, UserDefinedType, TypeDecorator
from sqlalchemy.orm import ColumnProperty, CompositeProperty, MapperProperty, PropComparator, RelationshipProperty
from sqlalchemy.dialects import postgresql


class Vector(UserDefinedType):
    cache_ok = True

    def __init__(self, dim=None):
        self.dim = dim

    def get_col_spec(self, **kw):
        return f"VECTOR({self.dim})"

    class comparator_factory(UserDefinedType.Comparator):
        def l2_distance(self, other):
            return self.op("<->", return_type=Float)(other)

        def twice(self):
            return self.expr * 2

        def __rshift__(self, other):
            return func.shift(self.expr, other)


class Label(TypeDecorator):
    impl = String
    cache_ok = True

    class Comparator(TypeDecorator.Comparator[str]):
        def low(self):
            return func.lower(self.expr)

    comparator_factory = Comparator


t = Table("t", MetaData(), Column("v", Vector(3)), Column("n", Label(20)))
say = lambda e: print(e.compile(dialect=postgresql.dialect()))
say(t.c.v.l2_distance("x"))
say(t.c.v.twice())
say(select(t).order_by(t.c.v.l2_distance("[1]")))
say(t.c.n.low() == "a")
say(t.c.n == "a")
print(type(t.c.v.l2_distance("x").type).__name__)
print(issubclass(Vector.comparator_factory, TypeEngine.Comparator), String.Comparator.__name__)
try:
    t.c.v.nothing
except AttributeError as e:
    print(e)
try:
    t.c.n.nothing
except AttributeError as e:
    print(e)
try:
    Column("x", Integer).nothing
except AttributeError as e:
    print(e)
print(hasattr(t.c.v, "l2_distance"), hasattr(t.c.n, "l2_distance"))
print(all(issubclass(c.Comparator, PropComparator) for c in (ColumnProperty, CompositeProperty, RelationshipProperty)))

