"""pydantic's own types: secrets, URLs, constrained numbers and texts."""

from typing import Annotated, Any, Optional

from pydantic import Field
from pydantic._errors import bad


class SecretStr:
    def __init__(self, value):
        self._secret_value = value

    def get_secret_value(self):
        return self._secret_value

    @classmethod
    def __pydantic_convert__(cls, value):
        if isinstance(value, cls):
            return value
        if not isinstance(value, str if cls is SecretStr else (str, bytes)):
            raise bad("string_type", "Input should be a valid string", value)
        return cls(value)

    def __len__(self):
        return len(self._secret_value)

    def __eq__(self, other):
        return type(self) is type(other) and self._secret_value == other._secret_value

    def __hash__(self):
        return hash(self._secret_value)

    def __str__(self):
        return "**********" if self._secret_value else ""

    def __repr__(self):
        return f"{type(self).__name__}('{self}')"


class SecretBytes(SecretStr):
    pass


class Secret(SecretStr):
    def __class_getitem__(cls, item):
        return cls


class EmailStr(str):
    @classmethod
    def __pydantic_convert__(cls, value):
        if not isinstance(value, str):
            raise bad("string_type", "Input should be a valid string", value)
        name, at, domain = value.strip().rpartition("@")
        if not at or not name or "." not in domain or " " in value.strip():
            reason = "An email address must have an @-sign." if not at else "The part after the @-sign is not valid."
            raise bad("value_error", f"value is not a valid email address: {reason}", value)
        return f"{name}@{domain.lower()}"


NameEmail = EmailStr


class AnyUrl:
    _schemes = None
    _default_port = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}

    def __init__(self, url):
        text = str(url)
        scheme, separator, rest = text.partition("://")
        if not separator or not scheme:
            raise ValueError("Input should be a valid URL, relative URL without a base")
        self._text = text
        self.scheme = scheme.lower()
        cut = min([i for i in (rest.find("/"), rest.find("?"), rest.find("#")) if i >= 0], default=len(rest))
        location, tail = rest[:cut], rest[cut:]
        tail, _, fragment = tail.partition("#")
        path, _, query = tail.partition("?")
        self.fragment, self.query = fragment or None, query or None
        self._hosts = location
        users, _, host = location.rpartition("@")
        self.username, _, self.password = users.partition(":")
        self.username, self.password = self.username or None, self.password or None
        host, _, port = host.rpartition(":") if host.rpartition(":")[2].isdigit() else (host, "", "")
        self.host = host or None
        self.port = int(port) if port else self._default_port.get(self.scheme)
        if not path and self.scheme in ("http", "https", "ws", "wss", "ftp"):
            path = "/"
            self._text = f"{scheme}://{location}/" + text[len(scheme) + 3 + cut:]
        self.path = path or None

    @classmethod
    def build(cls, *, scheme, username=None, password=None, host, port=None, path=None, query=None, fragment=None):
        from urllib.parse import quote

        user = "" if username is None else quote(username, safe="") + ("" if password is None else ":" + quote(password, safe="")) + "@"
        where = f"{scheme}://{user}{host or ''}" + ("" if port is None else f":{port}")
        if path:
            where += "/" + path.lstrip("/") if not path.startswith("/") else "/" + path[1:]
        return cls(where + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else ""))

    @classmethod
    def __pydantic_convert__(cls, value):
        if isinstance(value, cls):
            return value
        if not isinstance(value, (str, AnyUrl)):
            raise bad("url_type", "URL input should be a string or URL", value)
        try:
            made = cls(value)
        except ValueError as error:
            raise bad("url_parsing", str(error), value)
        if cls._schemes and made.scheme not in cls._schemes:
            shown = [f"'{one}'" for one in cls._schemes]
            expected = shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]
            raise bad("url_scheme", f"URL scheme should be {expected}", value)
        return made

    def hosts(self):
        return [{"username": self.username, "password": self.password, "host": self.host, "port": self.port}]

    def unicode_string(self):
        return self._text

    def encoded_string(self):
        return self._text

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def __eq__(self, other):
        return isinstance(other, AnyUrl) and self._text == other._text

    def __hash__(self):
        return hash(self._text)

    def __len__(self):
        return len(self._text)


def _url(name, *schemes):
    return type(name, (AnyUrl,), {"_schemes": schemes or None, "__module__": "pydantic.networks"})


AnyHttpUrl = _url("AnyHttpUrl", "http", "https")
HttpUrl = _url("HttpUrl", "http", "https")
AnyWebsocketUrl = _url("AnyWebsocketUrl", "ws", "wss")
WebsocketUrl = _url("WebsocketUrl", "ws", "wss")
FileUrl = _url("FileUrl", "file")
FtpUrl = _url("FtpUrl", "ftp")
PostgresDsn = _url("PostgresDsn", "postgres", "postgresql", "postgresql+asyncpg", "postgresql+pg8000",
                   "postgresql+psycopg", "postgresql+psycopg2", "postgresql+psycopg2cffi", "postgresql+py-postgresql",
                   "postgresql+pygresql")
CockroachDsn = _url("CockroachDsn", "cockroachdb", "cockroachdb+psycopg2", "cockroachdb+asyncpg")
MySQLDsn = _url("MySQLDsn", "mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+asyncmy", "mysql+mysqldb",
                "mysql+pymysql", "mysql+cymysql", "mysql+pyodbc")
MariaDBDsn = _url("MariaDBDsn", "mariadb", "mariadb+mariadbconnector", "mariadb+pymysql")
RedisDsn = _url("RedisDsn", "redis", "rediss")
AmqpDsn = _url("AmqpDsn", "amqp", "amqps")
KafkaDsn = _url("KafkaDsn", "kafka")
NatsDsn = _url("NatsDsn", "nats", "tls", "ws", "wss")
MongoDsn = _url("MongoDsn", "mongodb", "mongodb+srv")
ClickHouseDsn = _url("ClickHouseDsn", "clickhouse+native", "clickhouse+asynch", "clickhouse+http", "clickhouse",
                     "clickhouses", "clickhousedb")
SnowflakeDsn = _url("SnowflakeDsn", "snowflake")
Url = MultiHostUrl = AnyUrl


class ImportString:
    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def __pydantic_convert__(cls, value):
        if not isinstance(value, str):
            return value
        from importlib import import_module

        module, _, name = value.replace(":", ".").rpartition(".")
        return getattr(import_module(module), name)


class Json:
    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def __pydantic_convert__(cls, value):
        import json

        try:
            return json.loads(value)
        except ValueError as error:
            raise bad("json_invalid", f"Invalid JSON: {error}", value)


class ByteSize(int):
    pass


def _constrained(kind, **options):
    strict = options.pop("strict", None)
    options.pop("strip_whitespace", None)
    options.pop("to_upper", None), options.pop("to_lower", None)
    return Annotated[kind, *Field(**options).metadata] if any(v is not None for v in options.values()) else kind


def conint(**options):
    return _constrained(int, **options)


def confloat(*, allow_inf_nan=None, **options):
    return _constrained(float, **options)


def constr(**options):
    return _constrained(str, **options)


def conbytes(**options):
    return _constrained(bytes, **options)


def condecimal(*, max_digits=None, decimal_places=None, **options):
    from decimal import Decimal

    return _constrained(Decimal, **options)


def conlist(item_type, *, unique_items=None, **options):
    return _constrained(list[item_type], **options)


def conset(item_type, **options):
    return _constrained(set[item_type], **options)


PositiveInt, NegativeInt = conint(gt=0), conint(lt=0)
NonNegativeInt, NonPositiveInt = conint(ge=0), conint(le=0)
PositiveFloat, NegativeFloat = confloat(gt=0), confloat(lt=0)
NonNegativeFloat, NonPositiveFloat = confloat(ge=0), confloat(le=0)
StrictStr, StrictInt, StrictFloat, StrictBool, StrictBytes = str, int, float, bool, bytes
FiniteFloat = float
SkipValidation = Annotated[Any, "skip"]


class StringConstraints:
    def __init__(self, *, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, **options):
        self.mode = "before"
        self._strip = strip_whitespace
        self._limits = Field(**options).metadata

    def func(self, value):
        return value.strip() if self._strip and isinstance(value, str) else value

    def check(self, value):
        for limit in self._limits:
            limit.check(value)


def __getattr__(name):
    if name in ("FilePath", "DirectoryPath", "NewPath"):
        from pathlib import Path

        return Path
    if name in ("UUID1", "UUID3", "UUID4", "UUID5"):
        from uuid import UUID

        return UUID
    if name in ("AwareDatetime", "NaiveDatetime", "PastDatetime", "FutureDatetime"):
        from datetime import datetime

        return datetime
    if name in ("PastDate", "FutureDate"):
        from datetime import date

        return date
    if name in ("IPvAnyAddress", "IPvAnyNetwork", "IPvAnyInterface"):
        import ipaddress

        return getattr(ipaddress, "ip_" + name[6:].lower())
    raise AttributeError(f"module 'pydantic' has no attribute '{name}'")
