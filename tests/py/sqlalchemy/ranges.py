# The values of range columns: what Range and MultiRange know and do.
import datetime
from decimal import Decimal

from sqlalchemy import literal, select, column, cast, bindparam
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import INT4RANGE, INT8RANGE, NUMRANGE, TSTZMULTIRANGE, DATEMULTIRANGE, MultiRange, Range
from sqlalchemy.dialects.postgresql import ranges

print(ranges.Range is Range, Range.__module__, Range.__name__, MultiRange.__mro__[1])

day, when = datetime.date, datetime.datetime
utc = datetime.timezone.utc

for r in (Range(), Range(1, 5), Range(1, 5, bounds="(]"), Range(None, 5), Range(5), Range(empty=True), Range(1, 2, bounds="[]", empty=True),
          Range(Decimal("1.5"), None), Range(day(2024, 1, 31), day(2024, 2, 29)), Range(when(2024, 1, 1, 3), None, bounds="()"), Range("a", "it's")):
    print(repr(r), str(r), bool(r), r.lower, r.upper, r.bounds, r.empty, r.isempty, r.is_empty, r.lower_inc, r.upper_inc, r.lower_inf, r.upper_inf, hash(r) == hash(r))


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(Range, 1, 2, "[]"), attempt(Range, 1, 2, bounds="?!"), attempt(setattr, Range(1), "lower", 2), attempt(lambda: Range(1).other))
print(Range(1, 5) == Range(1, 4, bounds="[]"), Range(1, 5) != Range(1, 5, bounds="(]"), Range(1.0, 5.0) == Range(1.0, 5.0, bounds="[]"), Range(1, 5) == 5, {Range(1, 2): 3}[Range(1, 2)])
print(attempt(lambda: Range(1, 5) < Range(2, 5)), [Range(1, 5) == x for x in (None, "[1,5)", (1, 5))])

numbers = [Range(lower, upper, bounds=bounds) for lower in (None, 1, 3) for upper in (None, 3, 4) for bounds in ("[)", "()", "[]", "(]")]
numbers += [Range(empty=True), Range(3, 4), Range(4, 9), Range(-5, 0, bounds="[]"), Range(0, 1)]
days = [Range(day(2024, 1, a), day(2024, 1, b), bounds=bounds) for a, b in ((1, 3), (2, 5), (3, 4), (4, 9)) for bounds in ("[)", "(]", "[]", "()")]
floats = [Range(a, b, bounds=bounds) for a, b in ((1.0, 3.0), (3.0, 4.0), (2.0, 2.5)) for bounds in ("[)", "(]", "[]", "()")]
moments = [Range(when(2024, 1, a), when(2024, 1, b), bounds=bounds) for a, b in ((1, 3), (3, 4)) for bounds in ("[)", "(]", "[]", "()")]
tests = ["contains", "contained_by", "overlaps", "strictly_left_of", "strictly_right_of", "not_extend_left_of", "not_extend_right_of", "adjacent_to"]
for family in (numbers, days, floats, moments):
    for name in tests:
        print(name, "".join("1" if getattr(a, name)(b) else "0" for a in family for b in family))
    print("equal", "".join("1" if a == b else "0" for a in family for b in family))
    for name in ("union", "difference", "intersection"):
        results = [str(attempt(getattr(a, name), b)).replace(" is not implemented", "") for a in family for b in family]
        print(name, len(results), *(results if family is floats else results[::7]))
a, b = Range(1, 5), Range(3, 8)
print(a + b, a - b, a * b, a << b, a >> b, 4 in a, 5 in a, b in a, Range(3, 4) in a, None in Range(empty=True))
print([x for x in range(-1, 7) if x in Range(None, 3)], [x for x in range(-1, 7) if x in Range(2, None, bounds="(]")], [x for x in range(3) if x in Range()])
print(attempt(lambda: "x" in a), attempt(a.contains, None), attempt(a.union, 5))

many = MultiRange([Range(1, 2), Range(4, 6)])
print(many, len(many), many == [Range(1, 2), Range(4, 6)], isinstance(many, list), MultiRange(), many + [Range(8, 9)])

dialect = postgresql.dialect()
values = [Range(1, 5), Range(1, 2**31), Range(-2**31 - 1, None), Range(None, 2**31 - 1), Range(1.5, 2), Range(Decimal("1"), None), Range(day(2024, 1, 1), None),
          Range(None, when(2024, 1, 1)), Range(when(2024, 1, 1, tzinfo=utc), None), Range("a", "b"), Range(), Range(empty=True), many,
          MultiRange(), MultiRange([Range(1, 2**40)]), MultiRange([Range(day(2024, 1, 1), None)]), MultiRange([Range(when(2024, 1, 1, tzinfo=utc), None)]), [Range(1, 2)]]
for value in values:
    print(value, repr(literal(value).type), select(literal(value)).compile(dialect=dialect), bindparam("x", value).type)
r = column("r", INT8RANGE)
for made in (r == Range(1, 5), r != Range(1, 5), r.contains(Range(1, 5)), r.contains(5), r.contained_by(Range(1, 5)), r.overlaps(Range(1, 5)), r.adjacent_to(Range(1, 5)), r << Range(1, 5), r >> Range(1, 5),
             r.strictly_left_of(Range(1, 2)), r.strictly_right_of(Range(1, 2)), r.not_extend_left_of(Range(1, 2)), r.not_extend_right_of(Range(1, 2)), r + Range(1, 2), r.union(Range(1, 2)), r - Range(1, 2), r.difference(Range(1, 2)),
             r * Range(1, 2), r.intersection(Range(1, 2)), r.in_([Range(1, 2), Range(3, 4)]), cast(Range(1, 2), NUMRANGE), r == Range(Decimal(1), None), r == "[1,2)", r.is_(None)):
    compiled = made.compile(dialect=dialect)
    print(compiled, compiled.params, getattr(made, "type", None))
print(attempt(lambda: column("s").union(Range(1, 2))))
