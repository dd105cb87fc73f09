"""Column types of SQLAlchemy-Utils: what they are in the database, and how they are repeated in revision files."""

from sqlalchemy import types
from sqlalchemy.dialects import postgresql


class ScalarCoercible:
    def _coerce(self, value):
        return value


def _type(name, module, impl, length=None, parameter="length"):
    """A decorator type over `impl`, with an optional length as its parameter."""

    def __init__(self, *args, **keywords):
        if length is not None:
            given = keywords.pop(parameter, args[0] if args else length)
            types.TypeDecorator.__init__(self, given)
            if parameter != "length":
                setattr(self, parameter, given)
        else:
            types.TypeDecorator.__init__(self)
            self.arguments = (args, keywords)

    return type(name, (types.TypeDecorator, ScalarCoercible),
                {"impl": impl, "cache_ok": True, "__init__": __init__, "__module__": f"sqlalchemy_utils.types.{module}"})


class UUIDType(types.TypeDecorator, ScalarCoercible):
    __module__ = "sqlalchemy_utils.types.uuid"
    impl = types.BINARY(16)
    cache_ok = True

    def __init__(self, binary=True, native=True):
        types.TypeDecorator.__init__(self)
        self.binary, self.native = binary, native

    def __repr__(self):
        said = [f"{name}=False" for name in ("binary", "native") if not getattr(self, name)]
        return f"UUIDType({', '.join(said)})"

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            return dialect.type_descriptor(postgresql.UUID())
        return dialect.type_descriptor(types.BINARY(16) if self.binary else types.CHAR(32))

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        import uuid

        value = value if isinstance(value, uuid.UUID) else uuid.UUID(str(value))
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            return value
        return value.bytes if self.binary else value.hex

    def process_result_value(self, value, dialect):
        import uuid

        if value is None or isinstance(value, uuid.UUID):
            return value
        return uuid.UUID(bytes=value) if isinstance(value, bytes) else uuid.UUID(value)


class Choice:
    def __init__(self, code, value):
        self.code, self.value = code, value

    def __eq__(self, other):
        return self.code == (other.code if isinstance(other, Choice) else other)

    def __hash__(self):
        return hash(self.code)

    def __str__(self):
        return str(self.value)

    def __repr__(self):
        return f"Choice(code={self.code}, value={self.value})"


class ChoiceType(types.TypeDecorator, ScalarCoercible):
    __module__ = "sqlalchemy_utils.types.choice"
    impl = types.Unicode(255)
    cache_ok = True

    def __init__(self, choices, impl=None):
        self.choices = tuple(choices) if isinstance(choices, list) else choices
        wrapped = impl if impl is not None else types.Unicode(255)
        types.TypeDecorator.__init__(self)
        self.wrapped = wrapped() if isinstance(wrapped, type) else wrapped

    def __repr__(self):
        return "ChoiceType" + repr(self.wrapped)[len(type(self.wrapped).__name__):]

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(self.wrapped)

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if isinstance(self.choices, type):
            return self.choices(value).value if not isinstance(value, self.choices) else value.value
        return value.code if isinstance(value, Choice) else value

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        if isinstance(self.choices, type):
            return self.choices(value)
        return Choice(value, dict(self.choices).get(value))


class PasswordType(types.TypeDecorator, ScalarCoercible):
    __module__ = "sqlalchemy_utils.types.password"
    impl = types.VARBINARY(1024)
    cache_ok = True

    def __init__(self, max_length=None, **kwargs):
        types.TypeDecorator.__init__(self)
        self._max_length = max_length

    @property
    def length(self):
        return self._max_length or 1024

    max_length = length

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.BYTEA(self.length))
        if dialect.name == "sqlite":
            return dialect.type_descriptor(types.BLOB(self.length))
        return dialect.type_descriptor(types.VARBINARY(self.length))

    def __repr__(self):
        return f"PasswordType(length={self.length})"


class JSONType(types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.json"
    impl = types.UnicodeText
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.JSON())
        return dialect.type_descriptor(types.UnicodeText())

    def process_bind_param(self, value, dialect):
        if value is None or dialect.name == "postgresql":
            return value
        import json

        return json.dumps(value)

    def process_result_value(self, value, dialect):
        if value is None or dialect.name == "postgresql" or not isinstance(value, str):
            return value
        import json

        return json.loads(value)


class EmailType(types.TypeDecorator, ScalarCoercible):
    __module__ = "sqlalchemy_utils.types.email"
    impl = types.Unicode
    cache_ok = True

    def __init__(self, length=255, *args, **kwargs):
        types.TypeDecorator.__init__(self, length)

    def process_bind_param(self, value, dialect):
        return value if value is None else value.lower()


class LtreeType(types.UserDefinedType):
    __module__ = "sqlalchemy_utils.types.ltree"
    cache_ok = True

    def get_col_spec(self, **keywords):
        return "LTREE"


class LQUERY(types.UserDefinedType):
    __module__ = "sqlalchemy_utils.types.ltree"
    cache_ok = True

    def get_col_spec(self, **keywords):
        return "LQUERY"


class LTXTQUERY(LQUERY):
    __module__ = "sqlalchemy_utils.types.ltree"

    def get_col_spec(self, **keywords):
        return "LTXTQUERY"


LTREE = LtreeType
ArrowType = _type("ArrowType", "arrow", types.DateTime)
EnrichedDateTimeType = _type("EnrichedDateTimeType", "enriched_datetime", types.DateTime)
EnrichedDateType = _type("EnrichedDateType", "enriched_datetime", types.Date)
URLType = _type("URLType", "url", types.UnicodeText)
IPAddressType = _type("IPAddressType", "ip_address", types.Unicode, 50, "max_length")
ColorType = _type("ColorType", "color", types.Unicode, 20)
CountryType = _type("CountryType", "country", types.String(2))
CurrencyType = _type("CurrencyType", "currency", types.String(3))
LocaleType = _type("LocaleType", "locale", types.Unicode(10))
TimezoneType = _type("TimezoneType", "timezone", types.Unicode(50))


class WeekDaysType(types.TypeDecorator):
    __module__ = "sqlalchemy_utils.types.weekdays"
    impl = types.String(7)
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(postgresql.BIT(7) if dialect.name == "postgresql" else types.String(7))


ScalarListType = _type("ScalarListType", "scalar_list", types.UnicodeText)
EncryptedType = _type("EncryptedType", "encrypted.encrypted_type", types.LargeBinary)
StringEncryptedType = _type("StringEncryptedType", "encrypted.encrypted_type", types.String)
IntRangeType = _type("IntRangeType", "range", postgresql.INT4RANGE)
Int8RangeType = _type("Int8RangeType", "range", postgresql.INT8RANGE)
NumericRangeType = _type("NumericRangeType", "range", postgresql.NUMRANGE)
DateRangeType = _type("DateRangeType", "range", postgresql.DATERANGE)
DateTimeRangeType = _type("DateTimeRangeType", "range", postgresql.TSRANGE)
TSVectorType = _type("TSVectorType", "ts_vector", postgresql.TSVECTOR)


class PhoneNumberType(types.TypeDecorator, ScalarCoercible):
    __module__ = "sqlalchemy_utils.types.phone_number"
    impl = types.Unicode
    cache_ok = True

    def __init__(self, region="US", max_length=20, *args, **kwargs):
        types.TypeDecorator.__init__(self, max_length)
        self.region = region
