"""The ranges of psycopg2: what a row read without a type holds, and what a parameter may be."""

_BOUNDS = "[)", "(]", "()", "[]"


class Range:
    __slots__ = ("_lower", "_upper", "_bounds")

    def __init__(self, lower=None, upper=None, bounds="[)", empty=False):
        if empty:
            lower = upper = bounds = None
        elif bounds not in _BOUNDS:
            raise ValueError(f"bound flags not valid: {bounds!r}")
        self._lower, self._upper, self._bounds = lower, upper, bounds

    @property
    def lower(self):
        return self._lower

    @property
    def upper(self):
        return self._upper

    @property
    def isempty(self):
        return self._bounds is None

    @property
    def lower_inf(self):
        return bool(self) and self._lower is None

    @property
    def upper_inf(self):
        return bool(self) and self._upper is None

    @property
    def lower_inc(self):
        return bool(self) and self._lower is not None and self._bounds[0] == "["

    @property
    def upper_inc(self):
        return bool(self) and self._upper is not None and self._bounds[1] == "]"

    def _parts(self):
        return self._lower, self._upper, self._bounds

    def __bool__(self):
        return self._bounds is not None

    def __repr__(self):
        shown = "empty=True" if self.isempty else ", ".join(map(repr, self._parts()))
        return f"{type(self).__name__}({shown})"

    def __str__(self):
        return "empty" if self.isempty else f"{self._bounds[0]}{self._lower}, {self._upper}{self._bounds[1]}"

    def __contains__(self, x):
        if self.isempty:
            return False
        if self._lower is not None and (x < self._lower if self._bounds[0] == "[" else x <= self._lower):
            return False
        return self._upper is None or not (x > self._upper if self._bounds[1] == "]" else x >= self._upper)

    def __eq__(self, other):
        return isinstance(other, Range) and self._parts() == other._parts()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._parts())

    def __lt__(self, other):
        """By the lower end, the upper one, the bounds; what is open there comes first."""
        if not isinstance(other, Range):
            return NotImplemented
        for ours, theirs in zip(self._parts(), other._parts()):
            if ours != theirs:
                return ours is None or (theirs is not None and ours < theirs)
        return False

    def __le__(self, other):
        return True if self == other else self.__lt__(other)

    def __gt__(self, other):
        return other.__lt__(self) if isinstance(other, Range) else NotImplemented

    def __ge__(self, other):
        return True if self == other else self.__gt__(other)


class NumericRange(Range):
    pass


class DateRange(Range):
    pass


class DateTimeRange(Range):
    pass


class DateTimeTZRange(Range):
    pass
