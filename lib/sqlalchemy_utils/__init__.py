"""A stand-in for SQLAlchemy-Utils: its column types, and the helpers that models use when they are defined."""

__incomplete__ = True

from sqlalchemy_utils.types import (ArrowType, Choice, ChoiceType, ColorType, CountryType, CurrencyType,  # noqa: F401
                                    DateRangeType, DateTimeRangeType, EmailType, EncryptedType, EnrichedDateTimeType,
                                    EnrichedDateType, Int8RangeType, IntRangeType, IPAddressType, JSONType, LocaleType,
                                    LtreeType, NumericRangeType, PasswordType, PhoneNumberType, ScalarListType,
                                    StringEncryptedType, TimezoneType, TSVectorType, URLType, UUIDType, WeekDaysType)

__version__ = "0.41.2"


class Timestamp:
    """created and updated columns."""


def _timestamp_columns():
    import datetime

    from sqlalchemy import Column, DateTime

    Timestamp.created = Column(DateTime, default=datetime.datetime.utcnow, nullable=False)
    Timestamp.updated = Column(DateTime, default=datetime.datetime.utcnow, nullable=False)


_timestamp_columns()


def generic_repr(*fields):
    def wrap(cls):
        def __repr__(self):
            names = fields if fields and isinstance(fields[0], str) else sorted(self.__mapper__.columns.keys())
            return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"

        cls.__repr__ = __repr__
        return cls

    return wrap(fields[0]) if len(fields) == 1 and isinstance(fields[0], type) else wrap


def force_auto_coercion(mapper=None):
    pass


force_instant_defaults = force_auto_coercion


def aggregated(relationship, column):
    def wrap(fn):
        return column

    return wrap


def observes(*paths, **keywords):
    return lambda fn: fn


def get_columns(mixed):
    return getattr(mixed, "__table__", mixed).c


def get_tables(mixed):
    return [getattr(mixed, "__table__", mixed)]


def get_mapper(mixed):
    return mixed.__mapper__


def get_primary_keys(mixed):
    table = getattr(mixed, "__table__", mixed)
    return {c.key: c for c in table.c if c.primary_key}


def has_index(column):
    return any(column in list(i.columns) for i in column.table.indexes)




def database_exists(url):
    """Whether the database can be connected to."""
    from sqlalchemy import create_engine
    from sqlalchemy.exc import OperationalError

    try:
        create_engine(url).connect().close()
    except OperationalError:
        return False
    return True


def _refuse(name):
    def refuse(*args, **keywords):
        raise RuntimeError(f"sqlalchemy_utils.{name}() is not available in retort")

    return refuse


create_database, drop_database = _refuse("create_database"), _refuse("drop_database")
create_view, drop_view = _refuse("create_view"), _refuse("drop_view")
create_materialized_view, refresh_materialized_view = _refuse("create_materialized_view"), _refuse(
    "refresh_materialized_view")
