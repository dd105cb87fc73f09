import sqlalchemy as sa
from sqlalchemy.sql import operators
import sqlalchemy.sql.operators as o
assert o is operators
c, d = sa.column("c"), sa.column("d")
for op in (o.eq, o.ne, o.lt, o.le, o.add, o.and_, o.like_op, o.ilike_op, o.is_, o.is_not, o.concat_op, o.contains_op,
           o.not_contains_op, o.startswith_op, o.not_endswith_op, o.is_distinct_from, o.match_op, o.bitwise_and_op):
    print(op.__name__, op(c, d))
print(o.in_op(c, [1, 2]), o.notin_op(c, [1]), o.desc_op(c), o.between_op(c, 1, 2), o.not_between_op(c, 1, 2))
print(o.nulls_last_op(o.asc_op(c)), o.mirror(o.lt) is o.gt, o.is_comparison(o.in_op), o.is_comparison(o.add), isinstance(c, o.ColumnOperators))
print(sa.and_(o.eq(c, 1), c.operate(o.gt, 5)))
