"""Values of range and multirange columns, and their way to the driver and back: what is Range and MultiRange in
sqlalchemy.dialects.postgresql."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Generic, Optional, TypeVar

from sqlalchemy.dialects.postgresql import AbstractMultiRange, AbstractSingleRange

_T = TypeVar("_T", bound=Any)

# where an edge lies beside its value: "(1" begins just behind 1, "1)" ends just before it
_BESIDE = {"[": 0, "(": 1, "]": 0, ")": -1}


def _is_lower(bound):
    return bound in "[("


def _order(a, b):
    return -1 if a < b else 1 if a > b else 0


@dataclass(frozen=True, slots=True)
class Range(Generic[_T]):
    lower: Optional[_T] = None
    upper: Optional[_T] = None
    bounds: str = field(default="[)", kw_only=True)
    empty: bool = field(default=False, kw_only=True)

    def __bool__(self):
        return not self.empty

    @property
    def isempty(self):
        return self.empty

    @property
    def is_empty(self):
        return self.empty

    @property
    def lower_inc(self):
        return self.bounds[0] == "["

    @property
    def lower_inf(self):
        return not self.empty and self.lower is None

    @property
    def upper_inc(self):
        return self.bounds[1] == "]"

    @property
    def upper_inf(self):
        return not self.empty and self.upper is None

    @property
    def __sa_type_engine__(self):
        return AbstractSingleRange()

    # --- edges: (value, bound) --------------------------------------------------------------------------------------

    @property
    def _low(self):
        return self.lower, self.bounds[0]

    @property
    def _high(self):
        return self.upper, self.bounds[1]

    def _step(self):
        """From one value to the next, where the server counts them: datetimes are dates too, but it does not."""
        ends = self.lower, self.upper
        if any(isinstance(end, int) for end in ends):
            return 1
        if any(isinstance(end, datetime) for end in ends):
            return None
        return timedelta(days=1) if any(isinstance(end, date) for end in ends) else None

    def _compare(self, first, second, only_values=False):
        (a, bound_a), (b, bound_b) = first, second
        if a is None and b is None and _is_lower(bound_a) == _is_lower(bound_b):
            return 0
        if a is None:
            return -1 if _is_lower(bound_a) else 1
        if b is None:
            return 1 if _is_lower(bound_b) else -1
        if bound_a == bound_b and a == b:
            return 0
        step = self._step()
        if step is not None:
            (a, bound_a), (b, bound_b) = _counted(a, bound_a, step), _counted(b, bound_b, step)
        return _order(a, b) or (0 if only_values else _order(_BESIDE[bound_a], _BESIDE[bound_b]))

    def _touches(self, high, low):
        """Whether nothing lies between the end of one range and the beginning of another."""
        found = self._compare(high, low, True)
        is_alike = (high[1] == "]") == (low[1] == "[")
        if found == 0:
            return not is_alike or self._step() is not None
        step = self._step()
        if found > 0 or step is None:
            return False
        return high[0] == (low[0] - step if is_alike else low[0])

    # --- two ranges -------------------------------------------------------------------------------------------------

    def __eq__(self, other):
        if not isinstance(other, Range):
            return NotImplemented
        if self.empty or other.empty:
            return self.empty == other.empty
        return self._compare(self._low, other._low) == 0 and self._compare(self._high, other._high) == 0

    def contained_by(self, other):
        if self.empty:
            return True
        return (not other.empty and self._compare(self._low, other._low) >= 0
                and self._compare(self._high, other._high) <= 0)

    def contains(self, value):
        if isinstance(value, Range):
            return value.contained_by(self)
        if self.empty:
            return False
        if self.lower is not None and not (value > self.lower if self.bounds[0] == "(" else value >= self.lower):
            return False
        return self.upper is None or (value < self.upper if self.bounds[1] == ")" else value <= self.upper)

    __contains__ = contains

    def overlaps(self, other):
        if self.empty or other.empty:
            return False
        return self._is_within(self._low, other) or self._is_within(other._low, self)

    def _is_within(self, edge, other):
        return self._compare(edge, other._low) >= 0 and self._compare(edge, other._high) <= 0

    def strictly_left_of(self, other):
        return not self.empty and not other.empty and self._compare(self._high, other._low) < 0

    __lshift__ = strictly_left_of

    def strictly_right_of(self, other):
        return not self.empty and not other.empty and self._compare(self._low, other._high) > 0

    __rshift__ = strictly_right_of

    def not_extend_left_of(self, other):
        return not self.empty and not other.empty and self._compare(self._low, other._low) >= 0

    def not_extend_right_of(self, other):
        return not self.empty and not other.empty and self._compare(self._high, other._high) <= 0

    def adjacent_to(self, other):
        if self.empty or other.empty:
            return False
        return self._touches(self._high, other._low) or self._touches(other._high, self._low)

    # --- a range of two ---------------------------------------------------------------------------------------------

    def union(self, other):
        if self.empty:
            return other
        if other.empty:
            return self
        if not self.overlaps(other) and not self.adjacent_to(other):
            raise ValueError("Adding non-overlapping and non-adjacent ranges is not implemented")
        return _between(self._low if self._compare(self._low, other._low) < 0 else other._low,
                        self._high if self._compare(self._high, other._high) > 0 else other._high)

    def __add__(self, other):
        return self.union(other)

    def intersection(self, other):
        if self.empty or other.empty or not self.overlaps(other):
            return _nothing()
        return _between(other._low if self._compare(self._low, other._low) < 0 else self._low,
                        other._high if self._compare(self._high, other._high) > 0 else self._high)

    def __mul__(self, other):
        return self.intersection(other)

    def difference(self, other):
        if self.empty or other.empty:
            return self
        begins, ends = self._compare(self._low, other._low), self._compare(self._high, other._high)
        if begins < 0 < ends:
            raise ValueError("Subtracting a strictly inner range is not implemented")
        if self._compare(self._low, other._high) > 0 or self._compare(self._high, other._low) < 0:
            return self
        if begins >= 0 >= ends:
            return _nothing()
        if begins <= 0 and ends <= 0:
            return self._unless_nothing(self._low, (other.lower, ")" if other.bounds[0] == "[" else "]"))
        return self._unless_nothing((other.upper, "(" if other.bounds[1] == "]" else "["), self._high)

    def __sub__(self, other):
        return self.difference(other)

    def _unless_nothing(self, low, high):
        is_open = low[1] == "(" and high[1] == ")"
        return _nothing() if is_open and self._compare(low, high) == 0 else _between(low, high)

    def __str__(self):
        if self.empty:
            return "empty"
        lower, upper = ("" if end is None else end for end in (self.lower, self.upper))
        return f"{self.bounds[0]}{lower},{upper}{self.bounds[1]}"

    _stringify = __str__


def _counted(value, bound, step):
    """The same edge as "[" or ")" writes it."""
    if bound == "(":
        return value + step, "["
    return (value + step, ")") if bound == "]" else (value, bound)


def _between(low, high):
    return Range(low[0], high[0], bounds=low[1] + high[1])


def _nothing():
    return Range(None, None, empty=True)


class MultiRange(list):
    @property
    def __sa_type_engine__(self):
        return AbstractMultiRange()


for _class in (Range, MultiRange):
    _class.__module__ = "sqlalchemy.dialects.postgresql.ranges"


# --- the driver's ranges --------------------------------------------------------------------------------------------


def to_driver(value, name):
    """A Range as the class `name` of psycopg2; what is none, as it is."""
    if not isinstance(value, Range):
        return value
    from psycopg2 import _range

    return getattr(_range, name)(value.lower, value.upper, value.bounds, value.empty)


def from_driver(value):
    """And back. `_bounds` is None when there is nothing in it."""
    bounds = value._bounds
    return Range(value._lower, value._upper, bounds=bounds or "[)", empty=not bounds)


def _end_text(end):
    text = "" if end is None else str(end)
    if end is None or (text and not any(c in text for c in ' ,[]()"\\')):
        return text
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"')


def text_of(value):
    """Range(1, 2) is "[1,2)" and [Range(1, 2)] is "{[1,2)}", as the server prints them; None for anything else."""
    if isinstance(value, Range):
        ends = _end_text(value.lower), _end_text(value.upper)
        return "empty" if value.empty else value.bounds[0] + ",".join(ends) + value.bounds[1]
    if isinstance(value, (list, tuple)) and all(isinstance(one, Range) for one in value):
        return "{%s}" % ",".join(map(text_of, value))
    return None


def many_to_driver(value):
    text = text_of(value)
    return value if text is None else text


def many_from_driver(values):
    return MultiRange(map(from_driver, values))
