"""environs: typed reading of environment variables and .env files. Values of .env stay out of os.environ unless
os.environ lacks them, as before environs 15: programs of both kinds find what they set."""

import contextlib
import datetime
import decimal
import json
import logging
import os
import pathlib
import re
import urllib.parse
import uuid

from dotenv import dotenv_values

__version__ = "14.5.0"
__incomplete__ = True
_REFERENCE = re.compile(r"(?<!\\)\$\{([A-Za-z0-9_]+)(:-[^\}:]*)?\}")
_TRUE = {"t", "T", "true", "True", "TRUE", "on", "On", "ON", "y", "Y", "yes", "Yes", "YES", "1"}
_FALSE = {"f", "F", "false", "False", "FALSE", "off", "Off", "OFF", "n", "N", "no", "No", "NO", "0"}


class EnvError(ValueError):
    pass


class EnvNotSetError(EnvError):
    pass


class EnvValidationError(EnvError):
    def __init__(self, message, error_messages):
        self.error_messages = error_messages
        super().__init__(message)


class EnvSealedError(TypeError, EnvError):
    pass


class ParserConflictError(ValueError):
    pass


class ValidationError(ValueError):
    def __init__(self, message):
        self.messages = [message] if isinstance(message, str) else message
        super().__init__(message)


def _tried(function, message, wrong=(ValueError, TypeError, ArithmeticError)):
    def convert(value, **options):
        try:
            return function(value, **options)
        except wrong:
            raise ValidationError(message) from None

    return convert


def _to_bool(value):
    if value in _TRUE or value is True:
        return True
    if value in _FALSE or value is False:
        return False
    raise ValidationError("Not a valid boolean.")


_SUBCASTS = {bool: _to_bool, int: _tried(int, "Not a valid integer."), float: _tried(float, "Not a valid number.")}


def _cast(subcast):
    return _SUBCASTS.get(subcast, subcast) if subcast is not None else lambda value: value


def _to_list(value, subcast=None, delimiter=","):
    cast = _cast(subcast)
    items = value if not isinstance(value, str) else value.split(delimiter) if value != "" else []
    return [cast(item) for item in items]


def _to_dict(value, subcast_keys=None, subcast_values=None, subcast=None, delimiter=",", key_value_delimiter="="):
    if not isinstance(value, str):
        return value
    key_of, value_of = _cast(subcast_keys), _cast(subcast_values or subcast)
    pairs = [item.split(key_value_delimiter, 1) for item in value.split(delimiter) if value]
    return {key_of(key.strip()): value_of(text.strip()) for key, text in pairs}


def _to_timedelta(value, precision="seconds"):
    if isinstance(value, datetime.timedelta):
        return value
    number = re.fullmatch(r"-?\d+", value)
    if number:
        return datetime.timedelta(**{precision: int(value)})
    units = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds", "ms": "milliseconds",
             "us": "microseconds", "\u00b5s": "microseconds"}
    parts = re.findall(r"(-?\d+)\s*(ms|us|\u00b5s|[wdhms])\s*", value)
    if not parts or re.sub(r"(-?\d+)\s*(ms|us|\u00b5s|[wdhms])\s*", "", value).strip():
        raise ValidationError("Not a valid period of time.")
    return datetime.timedelta(**{units[unit]: int(count) for count, unit in parts})


def _to_log_level(value):
    if isinstance(value, int):
        return value
    if value.isdigit():
        return int(value)
    level = logging.getLevelName(value.upper())
    if not isinstance(level, int):
        raise ValidationError("Not a valid log level.")
    return level


def _to_url(value, schemes=None, require_tld=True, relative=False, absolute=True):
    parts = urllib.parse.urlparse(value)
    host = parts.hostname or ""
    known = schemes or ("http", "https", "ftp", "ftps")
    is_named = not require_tld or "." in host or host == "localhost" or ":" in host
    if not relative and (parts.scheme.lower() not in known or not host or not is_named):
        raise ValidationError(["Not a valid URL."])
    return parts


def _to_enum(value, enum=None, type=None, by_value=False, ignore_case=False):
    enum = enum or type
    if isinstance(value, enum):
        return value
    for member in enum:
        known = str(member.value) if by_value else member.name
        if known == value or ignore_case and known.lower() == value.lower():
            return member
    names = ", ".join(str(member.value) if by_value else member.name for member in enum)
    raise ValidationError(f"Must be one of: {names}.")


_PARSERS = {
    "__call__": lambda value: value,
    "str": lambda value: str(value),
    "int": _SUBCASTS[int],
    "float": _SUBCASTS[float],
    "bool": _to_bool,
    "decimal": _tried(lambda value: decimal.Decimal(str(value)), "Not a valid number."),
    "list": _to_list,
    "dict": _to_dict,
    "json": _tried(lambda value: json.loads(value) if isinstance(value, str) else value, "Not valid JSON."),
    "datetime": _tried(lambda value, format=None: datetime.datetime.fromisoformat(value), "Not a valid datetime."),
    "date": _tried(lambda value, format=None: datetime.date.fromisoformat(value), "Not a valid date."),
    "time": _tried(lambda value, format=None: datetime.time.fromisoformat(value), "Not a valid time."),
    "timedelta": _to_timedelta,
    "path": lambda value: pathlib.Path(value),
    "log_level": _to_log_level,
    "uuid": _tried(lambda value: uuid.UUID(str(value)), "Not a valid UUID."),
    "url": _to_url,
    "enum": _to_enum,
}


def _validate(value, validators):
    for one in [] if validators is None else [validators] if callable(validators) else validators:
        if one(value) is False:
            raise ValidationError(["Invalid value."])


def _method(name, parse):
    def read(self, name, default=..., subcast=None, *, validate=None, **options):
        if self._sealed:
            raise EnvSealedError("Env has already been sealed. New values cannot be parsed.")
        key, value, source = self._get_from_environ(name, ...)
        if value is ...:
            if default is not ...:
                self._values[key] = default
                return default
            if self.eager:
                raise EnvNotSetError(f'Environment variable "{source}" not set')
            self._errors.setdefault(key, []).append("Environment variable not set.")
            return None
        if subcast is not None:
            options["subcast"] = subcast
        try:
            value = parse(value, **options)
            _validate(value, validate)
        except (ValidationError, EnvError) as error:
            messages = getattr(error, "messages", [error.args[0]])
            if self.eager:
                raise EnvValidationError(f'Environment variable "{source}" invalid: {error.args[0]}', messages) from error
            self._errors.setdefault(key, []).extend(messages)
            return None
        self._values[key] = value
        return value

    read.__name__ = name
    return read


class Env:
    def __init__(self, *, eager=True, expand_vars=False, prefix=None):
        self.eager, self.expand_vars, self._prefix = eager, expand_vars, prefix
        self._sealed, self._values, self._errors, self._environ = False, {}, {}, {}
        self._parsers = {}

    def __repr__(self):
        return f"<{type(self).__name__}(eager={self.eager}, expand_vars={self.expand_vars})>"

    def read_env(self, path=None, recurse=True, verbose=False, override=False, return_path=False):
        name = os.path.basename(path) if path else ".env"
        folder = os.path.abspath(os.path.dirname(path) if path else _folder_of_caller())
        found = None
        while found is None:
            candidate = os.path.join(folder, name)
            if os.path.exists(candidate):
                found = candidate
            outer = os.path.dirname(folder)
            if not recurse or outer == folder:
                break
            folder = outer
        for key, value in (dotenv_values(found) if found else {}).items():
            if value is None:
                continue
            if override or key not in self._environ:
                self._environ[key] = value
            if override or key not in os.environ:
                os.environ[key] = value
        return found if return_path else found is not None

    @contextlib.contextmanager
    def prefixed(self, prefix):
        before = self._prefix
        self._prefix = (before or "") + prefix
        try:
            yield self
        finally:
            self._prefix = before

    def seal(self):
        self._sealed = True
        if self._errors:
            errors, self._errors = self._errors, {}
            raise EnvValidationError(f"Environment variables invalid: {errors}", errors)

    def __getattr__(self, name):
        parsers = self.__dict__.get("_parsers", {})
        if name not in parsers:
            raise AttributeError(f"{self} has no attribute {name}")
        return lambda *args, **options: parsers[name](self, *args, **options)

    def add_parser(self, name, func):
        if hasattr(self, name):
            raise ParserConflictError(f"Env already has a method with name '{name}'. Use a different name.")
        self._parsers[name] = _method(name, func)

    def parser_for(self, name):
        def register(func):
            self.add_parser(name, func)
            return func

        return register

    def dump(self):
        return dict(self._values)

    def _get_from_environ(self, name, default, proxied=False):
        """(key, value, the variable it comes from)"""
        key = self._prefix + name if self._prefix and not proxied else name
        value = self._get_value(key, default)
        if not self.expand_vars or not isinstance(value, str):
            return key, value, key
        whole = _REFERENCE.fullmatch(value)
        if whole:
            inner, fallback = whole.groups()
            return name, self._get_from_environ(inner, ... if fallback is None else fallback[2:], True)[1], inner
        source, parts, last = key, [], 0
        for found in _REFERENCE.finditer(value):
            source, fallback = found.groups()
            inner = self._get_from_environ(source, ... if fallback is None else fallback[2:], True)[1]
            if inner is ...:
                return key, ..., source
            parts += [value[last:found.start()], inner]
            last = found.end()
        return key, "".join(parts + [value[last:]]).replace(r"\$", "$"), source

    def _get_value(self, key, default):
        return os.environ[key] if key in os.environ else self._environ.get(key, default)


def _folder_of_caller():
    import inspect

    frame = inspect.currentframe()
    while frame is not None and frame.f_code.co_filename.startswith("<frozen"):
        frame = frame.f_back
    return os.path.dirname(frame.f_code.co_filename) if frame is not None else os.getcwd()


for _name, _parse in _PARSERS.items():
    setattr(Env, _name, _method(_name, _parse))


class FileAwareEnv(Env):
    def __init__(self, *, file_suffix="_FILE", eager=True, expand_vars=False, prefix=None, strip_whitespace=False):
        self.file_suffix, self.strip_whitespace = file_suffix, strip_whitespace
        super().__init__(eager=eager, expand_vars=expand_vars, prefix=prefix)

    def _get_value(self, key, default):
        path = os.environ.get(key + self.file_suffix) or self._environ.get(key + self.file_suffix)
        if not path:
            return super()._get_value(key, default)
        try:
            text = pathlib.Path(path).read_text()
        except (FileNotFoundError, IsADirectoryError, PermissionError) as problem:
            raise ValueError(f"The value of {key + self.file_suffix} must be a readable file path.") from problem
        return text.strip() if self.strip_whitespace else text


env = Env()
