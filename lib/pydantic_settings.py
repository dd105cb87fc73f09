"""pydantic_settings: settings from the environment and .env files."""

import os
import typing

from pydantic import (AliasChoices, AliasPath, BaseModel, ConfigDict, PydanticUndefined, ValidationError, _aliases)

__version__ = "2.11.0"
__incomplete__ = True  # sources of yaml, of secret stores: names without values


class SettingsError(ValueError):
    pass


class SettingsConfigDict(ConfigDict):
    pass


class NoDecode:
    pass


class ForceDecode:
    pass


def _is_complex(annotation):
    """Whether text of the environment is JSON for this annotation."""
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return issubclass(annotation, (list, dict, set, frozenset, tuple, BaseModel)) or (
            hasattr(annotation, "__dataclass_fields__"))
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _is_complex(typing.get_args(annotation)[0])
    if origin is typing.Union or getattr(origin, "__name__", "") == "UnionType":
        return any(_is_complex(one) for one in typing.get_args(annotation))
    if origin is typing.Literal or origin is None:
        return False
    return getattr(origin, "__name__", "") not in ("type", "Callable")


def _allows_plain(annotation):
    """A union with a simple member takes the text as it is when it is no JSON."""
    origin = typing.get_origin(annotation)
    if origin is typing.Union or getattr(origin, "__name__", "") == "UnionType":
        return any(not _is_complex(one) and one is not type(None) for one in typing.get_args(annotation))
    return False


def _model_of(annotation):
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return annotation if issubclass(annotation, BaseModel) else None
    return next((model for one in typing.get_args(annotation) if (model := _model_of(one)) is not None), None)


class PydanticBaseSettingsSource:
    def __init__(self, settings_cls):
        self.settings_cls = settings_cls
        self.config = settings_cls.model_config
        self.current_state = {}

    def prepare_field_value(self, field_name, field, value, value_is_complex):
        if value_is_complex and isinstance(value, (str, bytes)):
            import json

            return json.loads(value)
        return value


class InitSettingsSource(PydanticBaseSettingsSource):
    def __init__(self, settings_cls, init_kwargs):
        PydanticBaseSettingsSource.__init__(self, settings_cls)
        self.init_kwargs = init_kwargs

    def __call__(self):
        return dict(self.init_kwargs)


class EnvSettingsSource(PydanticBaseSettingsSource):
    def __init__(self, settings_cls, case_sensitive=None, env_prefix=None, env_nested_delimiter=None):
        PydanticBaseSettingsSource.__init__(self, settings_cls)
        config = self.config
        self.case_sensitive = config.get("case_sensitive", False) if case_sensitive is None else case_sensitive
        self.env_prefix = config.get("env_prefix", "") if env_prefix is None else env_prefix
        self.env_nested_delimiter = env_nested_delimiter or config.get("env_nested_delimiter")
        self.env_vars = self._load()

    def _normal(self, values):
        pairs = [(key if self.case_sensitive else key.lower(), value) for key, value in values.items()]
        if self.config.get("env_ignore_empty"):
            pairs = [(key, value) for key, value in pairs if value != ""]
        none = self.config.get("env_parse_none_str")
        return {key: None if none is not None and value == none else value for key, value in pairs}

    def _load(self):
        return self._normal(os.environ)

    def _names(self, name, info):
        if info.env is not None:
            names = [info.env] if isinstance(info.env, str) else list(info.env)
        elif info.validation_alias is not None:
            names = _aliases(name, info)
        else:
            names = [self.env_prefix + name]
        if info.validation_alias is not None and self.config.get("populate_by_name"):
            names.append(self.env_prefix + name)
        return [one if self.case_sensitive else one.lower() for one in names]

    def _hint_of_missing(self, error, env_file):
        """What to set where, for fields that nothing gave a value to; None when others are wrong."""
        names = []
        for one in error.errors():
            info = self.settings_cls.model_fields.get(one["loc"][0]) if one["loc"] else None
            if one["type"] == "missing" and info:
                name = self._names(one["loc"][0], info)[0]
                names.append(name if self.case_sensitive else name.upper())
        if not names:
            return None
        where = f", or write it into {env_file}" if isinstance(env_file, (str, os.PathLike)) else ""
        return f"set {' and '.join(names)}: export {names[0]}=...{where}"

    def _nested(self, name, info):
        """PREFIX_FIELD__SUB=... as {"sub": ...}."""
        delimiter = self.env_nested_delimiter
        if not delimiter:
            return {}
        result = {}
        for start in self._names(name, info):
            start += delimiter if self.case_sensitive else delimiter.lower()
            for key, value in self.env_vars.items():
                if not key.startswith(start):
                    continue
                *path, last = key[len(start):].split(delimiter if self.case_sensitive else delimiter.lower())
                model, at = _model_of(info.annotation), result
                for part in path:
                    part = self._match(model, part)
                    at = at.setdefault(part, {})
                    model = _model_of(model.model_fields[part].annotation) if model and part in model.model_fields else None
                last = self._match(model, last)
                field = model.model_fields.get(last) if model else None
                if field is not None and value and _is_complex(field.annotation):
                    value = self._decode(last, field, value)
                if isinstance(at, dict):
                    at[last] = value
        return result

    def _match(self, model, part):
        if model is not None and not self.case_sensitive:
            for name, info in model.model_fields.items():
                if name.lower() == part:
                    return _aliases(name, info)[0]
        return part

    def _decode(self, name, info, value):
        import json

        try:
            return json.loads(value)
        except ValueError as error:
            if _allows_plain(info.annotation):
                return value
            raise SettingsError(f'error parsing value for field "{name}" from source "{type(self).__name__}"') from error

    def _wants_json(self, info):
        if any(item is NoDecode or isinstance(item, NoDecode) for item in info.metadata):
            return False
        return self.config.get("enable_decoding", True) and _is_complex(info.annotation)

    def __call__(self):
        data = {}
        for name, info in self.settings_cls.model_fields.items():
            found = next((one for one in self._names(name, info) if one in self.env_vars), None)
            value = self.env_vars[found] if found is not None else None
            nested = self._nested(name, info) if _model_of(info.annotation) or _is_complex(info.annotation) else {}
            if found is not None and isinstance(value, str) and self._wants_json(info):
                value = self._decode(name, info, value) if value or not nested else {}
            if nested:
                value = _merge(value if isinstance(value, dict) else {}, nested)
            elif found is None:
                continue
            data[_aliases(name, info)[0]] = value
        return data


class DotEnvSettingsSource(EnvSettingsSource):
    def __init__(self, settings_cls, env_file=PydanticUndefined, env_file_encoding=None, **options):
        config = settings_cls.model_config
        self.env_file = config.get("env_file") if env_file is PydanticUndefined else env_file
        self.env_file_encoding = env_file_encoding or config.get("env_file_encoding")
        EnvSettingsSource.__init__(self, settings_cls, **options)

    def _load(self):
        from dotenv import dotenv_values

        files = self.env_file
        if files is None:
            return {}
        values = {}
        for path in [files] if isinstance(files, (str, os.PathLike)) or not isinstance(files, (list, tuple)) else files:
            path = os.path.expanduser(os.fspath(path))
            if os.path.isfile(path):
                values.update(self._normal(dotenv_values(path, encoding=self.env_file_encoding or "utf8")))
        return values

    def __call__(self):
        data = EnvSettingsSource.__call__(self)
        known = {one for name, info in self.settings_cls.model_fields.items() for one in self._names(name, info)}
        delimiter = self.env_nested_delimiter
        prefix = self.env_prefix if self.case_sensitive else self.env_prefix.lower()
        allowed = self.config.get("extra") != "forbid"
        for key, value in self.env_vars.items():
            if value is None or key in known:
                continue
            if delimiter and any(key.startswith(one + (delimiter if self.case_sensitive else delimiter.lower()))
                                 for one in known):
                continue
            if allowed and key.startswith(prefix):
                data.setdefault(key[len(prefix):], value)
            elif not allowed:
                data.setdefault(key, value)
        return data


class SecretsSettingsSource(EnvSettingsSource):
    def __init__(self, settings_cls, secrets_dir=None, **options):
        self.secrets_dir = secrets_dir or settings_cls.model_config.get("secrets_dir")
        EnvSettingsSource.__init__(self, settings_cls, **options)

    def _load(self):
        values = {}
        folders = self.secrets_dir or ()
        for folder in [folders] if isinstance(folders, (str, os.PathLike)) else folders:
            folder = os.path.expanduser(os.fspath(folder))
            for name in os.listdir(folder) if os.path.isdir(folder) else ():
                with open(os.path.join(folder, name)) as file:
                    values[name] = file.read().strip()
        return self._normal(values)


def _merge(first, second):
    """`first` wins; dicts are merged."""
    result = dict(first)
    for key, value in second.items():
        if isinstance(result.get(key), dict) and isinstance(value, dict):
            result[key] = _merge(result[key], value)
        else:
            result.setdefault(key, value)
    return result


class BaseSettings(BaseModel):
    model_config = SettingsConfigDict(extra="forbid", validate_default=True, case_sensitive=False, env_prefix="",
                                      arbitrary_types_allowed=True)

    def __init__(self, /, _case_sensitive=None, _env_prefix=None, _env_file=PydanticUndefined,
                 _env_file_encoding=None, _env_nested_delimiter=None, _secrets_dir=None, **values):
        cls = type(self)
        options = {"case_sensitive": _case_sensitive, "env_prefix": _env_prefix,
                   "env_nested_delimiter": _env_nested_delimiter}
        init = InitSettingsSource(cls, values)
        env = EnvSettingsSource(cls, **options)
        dotenv = DotEnvSettingsSource(cls, _env_file, _env_file_encoding, **options)
        secrets = SecretsSettingsSource(cls, _secrets_dir, **options)
        sources = cls.settings_customise_sources(cls, init_settings=init, env_settings=env, dotenv_settings=dotenv,
                                                 file_secret_settings=secrets)
        data = {}
        for source in sources:
            data = _merge(data, source())
        try:
            self._fill(data)
        except ValidationError as error:
            error._hint = env._hint_of_missing(error, dotenv.env_file)
            raise

    @classmethod
    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings,
                                   file_secret_settings):
        return init_settings, env_settings, dotenv_settings, file_secret_settings
