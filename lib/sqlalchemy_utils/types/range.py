"""The type under its own module."""

from sqlalchemy_utils.types import DateRangeType, DateTimeRangeType, Int8RangeType, IntRangeType, NumericRangeType  # noqa: F401
