"""sqlalchemy.sql.operators: what stands between two expressions, as functions of them."""

from operator import (add, and_, eq, floordiv, ge, getitem, gt, inv, le, lshift, lt, mod, mul, ne, neg, or_, rshift, sub,
                      truediv)

from sqlalchemy.sql.elements import ColumnOperators, Operators




def _named(public, method=None):
    name = method or public

    def call(a, *args, **keywords):
        return getattr(a, name)(*args, **keywords)

    call.__name__ = call.__qualname__ = public
    return call


in_op, not_in_op = _named("in_op", "in_"), _named("not_in_op", "not_in")
like_op, not_like_op = _named("like_op", "like"), _named("not_like_op", "not_like")
ilike_op, not_ilike_op = _named("ilike_op", "ilike"), _named("not_ilike_op", "not_ilike")
is_, is_not = _named("is_"), _named("is_not")
is_distinct_from, is_not_distinct_from = _named("is_distinct_from"), _named("is_not_distinct_from")
between_op = _named("between_op", "between")
contains_op, icontains_op = _named("contains_op", "contains"), _named("icontains_op", "icontains")
startswith_op, istartswith_op = _named("startswith_op", "startswith"), _named("istartswith_op", "istartswith")
endswith_op, iendswith_op = _named("endswith_op", "endswith"), _named("iendswith_op", "iendswith")
match_op = _named("match_op", "match")
regexp_match_op, regexp_replace_op = _named("regexp_match_op", "regexp_match"), _named("regexp_replace_op", "regexp_replace")
concat_op, collate = _named("concat_op", "concat"), _named("collate")
desc_op, asc_op = _named("desc_op", "desc"), _named("asc_op", "asc")
nulls_first_op, nulls_last_op = _named("nulls_first_op", "nulls_first"), _named("nulls_last_op", "nulls_last")
distinct_op, any_op, all_op = _named("distinct_op", "distinct"), _named("any_op", "any_"), _named("all_op", "all_")
bitwise_and_op, bitwise_or_op = _named("bitwise_and_op", "bitwise_and"), _named("bitwise_or_op", "bitwise_or")
bitwise_xor_op, bitwise_not_op = _named("bitwise_xor_op", "bitwise_xor"), _named("bitwise_not_op", "bitwise_not")
bitwise_lshift_op, bitwise_rshift_op = _named("bitwise_lshift_op", "bitwise_lshift"), _named("bitwise_rshift_op", "bitwise_rshift")


def not_between_op(a, b, c, symmetric=False):
    return ~between_op(a, b, c, symmetric=symmetric)


def _inverse(public, function):
    def call(a, *args, **keywords):
        return ~function(a, *args, **keywords)

    call.__name__ = call.__qualname__ = public
    return call


not_contains_op, not_icontains_op = _inverse("not_contains_op", contains_op), _inverse("not_icontains_op", icontains_op)
not_startswith_op = _inverse("not_startswith_op", startswith_op)
not_istartswith_op = _inverse("not_istartswith_op", istartswith_op)
not_endswith_op, not_iendswith_op = _inverse("not_endswith_op", endswith_op), _inverse("not_iendswith_op", iendswith_op)
not_match_op, not_regexp_match_op = _inverse("not_match_op", match_op), _inverse("not_regexp_match_op", regexp_match_op)

isnot, isnot_distinct_from = is_not, is_not_distinct_from
notin_op, notlike_op, notilike_op, notbetween_op = not_in_op, not_like_op, not_ilike_op, not_between_op
notcontains_op, notstartswith_op, notendswith_op = not_contains_op, not_startswith_op, not_endswith_op
notmatch_op, nullsfirst_op, nullslast_op = not_match_op, nulls_first_op, nulls_last_op

_COMPARISON = {eq, ne, gt, lt, ge, le, in_op, not_in_op, is_, is_not, like_op, not_like_op, ilike_op, not_ilike_op,
               between_op, not_between_op, is_distinct_from, is_not_distinct_from, contains_op, not_contains_op,
               startswith_op, not_startswith_op, endswith_op, not_endswith_op, icontains_op, not_icontains_op,
               istartswith_op, not_istartswith_op, iendswith_op, not_iendswith_op, match_op, not_match_op,
               regexp_match_op, not_regexp_match_op}
_COMMUTATIVE = {eq, ne, add, mul}
_MIRROR = {gt: lt, ge: le, lt: gt, le: ge}


def is_comparison(op):
    return op in _COMPARISON


is_boolean = is_comparison


def is_commutative(op):
    return op in _COMMUTATIVE


def is_ordering_modifier(op):
    return op in (asc_op, desc_op, nulls_first_op, nulls_last_op)


is_order_by_modifier = is_ordering_modifier


def mirror(op):
    return _MIRROR.get(op, op)
