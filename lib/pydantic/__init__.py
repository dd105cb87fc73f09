"""A stand-in for pydantic 2 that covers what settings and schemas of a project need at import time."""

__incomplete__ = True

import typing
from abc import ABCMeta

from pydantic._convert import apply_metadata, call_validator, convert
from pydantic._errors import (Bad, PydanticCustomError, PydanticImportError, PydanticUndefinedAnnotation,
                              PydanticUserError, ValidationError, bad)

VERSION = __version__ = "2.11.0"


class _Undefined:
    def __repr__(self):
        return "PydanticUndefined"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


PydanticUndefined = Undefined = _Undefined()


class ConfigDict(dict):
    pass


class AliasChoices:
    def __init__(self, *choices):
        self.choices = list(choices)


class AliasPath:
    def __init__(self, *path):
        self.path = list(path)


class AliasGenerator:
    """Functions that make names in data of names of fields."""

    def __init__(self, alias=None, validation_alias=None, serialization_alias=None):
        self.alias, self.validation_alias, self.serialization_alias = alias, validation_alias, serialization_alias


class _Limit:
    """gt, ge, lt, le, multiple_of, min_length, max_length, pattern."""

    _texts = {
        "gt": ("greater_than", "Input should be greater than {}", lambda v, n: v > n),
        "ge": ("greater_than_equal", "Input should be greater than or equal to {}", lambda v, n: v >= n),
        "lt": ("less_than", "Input should be less than {}", lambda v, n: v < n),
        "le": ("less_than_equal", "Input should be less than or equal to {}", lambda v, n: v <= n),
        "multiple_of": ("multiple_of", "Input should be a multiple of {}", lambda v, n: v % n == 0),
    }

    def __init__(self, name, limit):
        self.name, self.limit = name, limit

    def check(self, value):
        if value is None:
            return
        if self.name in self._texts:
            code, text, good = self._texts[self.name]
            if not good(value, self.limit):
                raise bad(code, text.format(self.limit), value)
        elif self.name == "pattern":
            import re

            if not re.search(self.limit, value):
                raise bad("string_pattern_mismatch", f"String should match pattern '{self.limit}'", value)
        else:
            self._check_length(value)

    def _check_length(self, value):
        count, low = len(value), self.name == "min_length"
        if count >= self.limit if low else count <= self.limit:
            return
        bound = "least" if low else "most"
        if isinstance(value, (str, bytes)):
            plural = "" if self.limit == 1 else "s"
            raise bad("string_too_short" if low else "string_too_long",
                      f"String should have at {bound} {self.limit} character{plural}", value)
        raise bad("too_short" if low else "too_long",
                  f"{type(value).__name__.capitalize()} should have at {bound} {self.limit} "
                  f"item{'' if self.limit == 1 else 's'} after validation, not {count}", value)


_LIMITS = ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "pattern")


class FieldInfo:
    def __init__(self, default=PydanticUndefined, *, default_factory=None, alias=None, validation_alias=None,
                 serialization_alias=None, title=None, description=None, examples=None, exclude=None, frozen=None,
                 annotation=None, **options):
        if default is ...:
            default = PydanticUndefined
        self.default, self.default_factory = default, default_factory
        self.alias = alias
        self.validation_alias = alias if validation_alias is None else validation_alias
        self.serialization_alias = alias if serialization_alias is None else serialization_alias
        self.title, self.description, self.examples = title, description, examples
        self.exclude, self.frozen = exclude, frozen
        self.annotation = annotation
        renamed = {"min_items": "min_length", "max_items": "max_length", "regex": "pattern"}
        options = {renamed.get(name, name): value for name, value in options.items()}
        self.metadata = [_Limit(name, options.pop(name)) for name in _LIMITS if options.get(name) is not None]
        self.json_schema_extra = options.pop("json_schema_extra", None)
        self.env = options.pop("env", None)
        self.discriminator = options.pop("discriminator", None)
        self.extra_options = options

    def is_required(self):
        return self.default is PydanticUndefined and self.default_factory is None

    def get_default(self, *, call_default_factory=True, validated_data=None):
        if self.default_factory is not None:
            return self.default_factory() if call_default_factory else None
        if isinstance(self.default, (list, dict, set)):
            import copy

            return copy.deepcopy(self.default)
        return self.default

    def __repr__(self):
        shown = [f"annotation={getattr(self.annotation, '__name__', self.annotation)}", f"required={self.is_required()}"]
        if not self.is_required():
            shown.append(f"default={self.default!r}")
        return f"FieldInfo({', '.join(shown)})"


def Field(default=PydanticUndefined, **options):
    return FieldInfo(default, **options)


class _Private:
    def __init__(self, default=PydanticUndefined, default_factory=None):
        self.default, self.default_factory = default, default_factory

    def make(self):
        if self.default_factory is not None:
            return self.default_factory()
        import copy

        return copy.deepcopy(self.default)


def PrivateAttr(default=PydanticUndefined, *, default_factory=None, init=False):
    return _Private(default, default_factory)


class BeforeValidator:
    mode = "before"

    def __init__(self, func, **options):
        self.func = func


class AfterValidator(BeforeValidator):
    mode = "after"


class PlainValidator(BeforeValidator):
    pass


class WrapValidator(BeforeValidator):
    def __init__(self, func):
        self.func = lambda value: func(value, lambda v: v)


class PlainSerializer:
    def __init__(self, func, **options):
        self.function = func


WrapSerializer = PlainSerializer


class _Marker:
    """A method that a decorator marked, until the metaclass collects it."""

    def __init__(self, function, kind, fields=(), mode="after", each_item=False):
        self.function, self.kind, self.fields, self.mode, self.each_item = function, kind, fields, mode, each_item


def field_validator(field, /, *fields, mode="after", check_fields=None, **options):
    return lambda function: _Marker(function, "field", (field,) + fields, mode)


def validator(*fields, pre=False, each_item=False, always=False, check_fields=None, allow_reuse=False):
    return lambda function: _Marker(function, "old field", fields, "before" if pre else "after", each_item)


def model_validator(*, mode):
    return lambda function: _Marker(function, "model", (), mode)


def root_validator(function=None, /, *, pre=False, skip_on_failure=False, allow_reuse=False):
    def mark(function):
        return _Marker(function, "root", (), "before" if pre else "after")

    return mark if function is None else mark(function)


def field_serializer(*fields, **options):
    return lambda function: _Marker(function, "serializer", fields)


def model_serializer(function=None, /, **options):
    def mark(function):
        return _Marker(function, "ignored")

    return mark if function is None else mark(function)


class _Computed:
    def __init__(self, function, options):
        self.function = function.fget if isinstance(function, property) else function
        self.property = function if isinstance(function, property) else property(function)
        self.alias = options.get("alias")


def computed_field(function=None, /, **options):
    if function is None:
        return lambda f: _Computed(f, options)
    return _Computed(function, options)


def validate_call(function=None, /, **options):
    return (lambda f: f) if function is None else function


class ValidationInfo:
    def __init__(self, data, field_name=None, config=None, context=None):
        self.data, self.field_name, self.config, self.context, self.mode = data, field_name, config, context, "python"


FieldValidationInfo = ValidationInfo


def _plain(function):
    return getattr(function, "__func__", function)


def _parameters(function):
    code = getattr(_plain(function), "__code__", None)
    if code is not None:
        return code.co_argcount
    import inspect

    return len(inspect.signature(_plain(function)).parameters)


def _bind(function, cls):
    """A validator as it is called: class methods, and functions whose first parameter is cls, get the class."""
    plain = _plain(function)
    names = getattr(getattr(plain, "__code__", None), "co_varnames", ())
    if isinstance(function, staticmethod) or not isinstance(function, classmethod) and names[:1] != ("cls",):
        return plain, _parameters(plain)

    def bound(*args):
        return plain(cls, *args)

    return bound, _parameters(plain) - 1


def _field_from(annotation, default):
    """The FieldInfo of one annotated name: Annotated metadata merged with the assigned default."""
    info = default if isinstance(default, FieldInfo) else None
    metadata = []
    if typing.get_origin(annotation) is typing.Annotated:
        args = typing.get_args(annotation)
        annotation = args[0]
        for item in args[1:]:
            if isinstance(item, FieldInfo) and info is None:
                import copy

                info = copy.copy(item)
                if default is not PydanticUndefined:
                    info.default = default
            elif isinstance(item, FieldInfo):
                metadata += item.metadata
                info.alias = info.alias or item.alias
                info.validation_alias = info.validation_alias or item.validation_alias
                info.description = info.description or item.description
            else:
                metadata.append(item)
    if info is None:
        info = FieldInfo(default)
    info.annotation = annotation
    info.metadata = metadata + info.metadata
    return info


def _is_class_var(annotation):
    if isinstance(annotation, str):
        return annotation.startswith(("ClassVar", "typing.ClassVar"))
    return annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar


def _resolve(annotation, cls):
    """Annotations written as text, or holding text, become types where the names are known."""
    if not isinstance(annotation, str) and "ForwardRef" not in repr(annotation):
        return annotation
    from typing import _evaluate

    return _evaluate(annotation, cls, strict=True)


def _complete(cls):
    """Fields whose annotations named what was not there yet."""
    for key, (annotation, default) in list(cls.__pydantic_unresolved__.items()):
        try:
            cls.model_fields[key] = _field_from(_resolve(annotation, cls), default)
        except NameError as error:
            raise PydanticUserError(f"`{cls.__name__}` is not fully defined; you should define `{error.name}`, then call "
                                    f"`{cls.__name__}.model_rebuild()`.", code="class-not-fully-defined") from None
        del cls.__pydantic_unresolved__[key]


def _config_from(bases, namespace, keywords):
    config = ConfigDict()
    for base in reversed(bases):
        config.update(getattr(base, "model_config", {}))
    old = namespace.get("Config")
    if isinstance(old, type):
        config.update({name: value for name, value in old.__dict__.items() if not name.startswith("__")})
    config.update(namespace.get("model_config", {}))
    for name in list(keywords):
        config[name] = keywords.pop(name)
    for before, after in (("allow_population_by_field_name", "populate_by_name"), ("orm_mode", "from_attributes"),
                          ("allow_mutation", "frozen")):
        if before in config:
            config[after] = not config[before] if after == "frozen" else config[before]
    extra = config.get("extra")
    config["extra"] = getattr(extra, "value", extra)
    return config


# What a class statement may say in place of model_config: class Point(BaseModel, extra="forbid").
_CONFIG_KEYS = frozenset("""title model_title_generator field_title_generator str_to_lower str_to_upper str_strip_whitespace
str_min_length str_max_length extra frozen populate_by_name use_enum_values validate_assignment arbitrary_types_allowed
from_attributes loc_by_alias alias_generator ignored_types allow_inf_nan json_schema_extra json_encoders strict
revalidate_instances ser_json_timedelta ser_json_bytes ser_json_inf_nan val_json_bytes validate_default validate_return
protected_namespaces hide_input_in_errors defer_build plugin_settings schema_generator json_schema_serialization_defaults_required
json_schema_mode_override coerce_numbers_to_str regex_engine validation_error_cause use_attribute_docstrings cache_strings
validate_by_alias validate_by_name serialize_by_alias case_sensitive orm_mode allow_population_by_field_name
smart_union allow_mutation""".split())


class ModelMetaclass(ABCMeta):
    def __new__(metacls, name, bases, namespace, **keywords):
        namespace = dict(namespace)
        parents = [base for base in bases if isinstance(base, ModelMetaclass)]
        if not parents:
            return ABCMeta.__new__(metacls, name, bases, namespace)
        own = {key: keywords.pop(key) for key in list(keywords) if key in _CONFIG_KEYS or key.startswith("env_")}
        config = _config_from(parents, namespace, own)
        annotations = namespace.get("__annotations__", {})
        private, markers, computed, defaults = {}, [], {}, {}
        for key, value in list(namespace.items()):
            if isinstance(value, _Marker):
                markers.append((key, value))
                namespace[key] = value.function
            elif isinstance(value, _Computed):
                computed[key] = value
                namespace[key] = value.property
            elif isinstance(value, _Private) or key in annotations and key.startswith("_") and key[:2] != "__":
                private[key] = value if isinstance(value, _Private) else _Private(value)
                del namespace[key]
            elif key in annotations and key != "model_config" and not _is_class_var(annotations[key]):
                defaults[key] = namespace.pop(key)
            elif isinstance(value, FieldInfo):
                raise PydanticUserError(f"Field '{key}' requires a type annotation", code="model-field-missing-annotation")
        namespace["model_config"] = config
        cls = ABCMeta.__new__(metacls, name, bases, namespace, **keywords)
        cls._collect(parents, annotations, defaults, private, markers, computed)
        return cls

    def _collect(cls, parents, annotations, defaults, private, markers, computed):
        fields, all_private, validators, models, derived, unresolved = {}, {}, [], [], {}, {}
        for base in reversed(cls.__mro__[1:]):
            unresolved.update(base.__dict__.get("__pydantic_unresolved__", {}))
            fields.update(base.__dict__.get("model_fields", {}))
            all_private.update(base.__dict__.get("__private_attributes__", {}))
            derived.update(base.__dict__.get("model_computed_fields", {}))
            validators += [v for v in base.__dict__.get("_own_validators", []) if v not in validators]
            models += [v for v in base.__dict__.get("_own_models", []) if v not in models]
        for key, annotation in annotations.items():
            if key == "model_config" or key.startswith("_") or _is_class_var(annotation):
                if key.startswith("_") and key[:2] != "__" and key not in private:
                    private[key] = _Private()
                continue
            default = defaults.get(key, PydanticUndefined)
            try:
                fields[key] = _field_from(_resolve(annotation, cls), default)
            except NameError:  # of a class further down: made when the first instance is, or by model_rebuild()
                unresolved[key] = annotation, default
                fields[key] = _field_from(typing.Any, default)
            if _is_first_version():
                _allow_none(fields[key])
        cls.__pydantic_unresolved__ = unresolved
        generator = cls.model_config.get("alias_generator")
        if generator is not None:
            fields = {key: _with_generated_alias(info, key, generator) for key, info in fields.items()}
        all_private.update(private)
        cls.model_fields = cls.__fields__ = fields
        cls.__private_attributes__ = all_private
        derived.update(computed)
        cls.model_computed_fields = derived
        cls._own_validators = [(key, m) for key, m in markers if m.kind in ("field", "old field")]
        cls._own_models = [(key, m) for key, m in markers if m.kind in ("model", "root")]
        hidden = {key for key, m in markers}
        cls._validators = [v for v in validators if v[0] not in hidden] + cls._own_validators
        cls._models = [v for v in models if v[0] not in hidden] + cls._own_models
        cls.__pydantic_complete__ = True

    def __getattr__(cls, name):
        raise AttributeError(name)


_versions = []


def _is_first_version():
    """Whether the project asks for pydantic 1."""
    if not _versions:
        import importlib.metadata

        try:
            _versions.append(importlib.metadata.version("pydantic"))
        except importlib.metadata.PackageNotFoundError:
            _versions.append("2")
    return _versions[0].startswith("1.")


def _allow_none(info):
    """In pydantic 1, Optional[str] need not be given, and name: str = None may be None."""
    optional = type(None) in typing.get_args(info.annotation)
    if optional and info.is_required():
        info.default = None
    elif info.default is None and info.default_factory is None and not optional:
        info.annotation = typing.Optional[info.annotation]


def _with_generated_alias(info, name, generator):
    """A field whose name in data comes of alias_generator: a function, or an AliasGenerator with one for each way."""
    import copy

    if info.validation_alias is not None and not getattr(info, "_has_generated_alias", False):
        return info
    made, by = copy.copy(info), [generator] * 3
    if not callable(generator):
        by = [getattr(generator, kind, None) or generator.alias for kind in ("alias", "validation_alias",
                                                                            "serialization_alias")]
    made.alias, made.validation_alias, made.serialization_alias = [one(name) if one else None for one in by]
    made._has_generated_alias = True
    return made


def _aliases(name, info):
    alias = info.validation_alias
    if alias is None:
        return [name]
    if isinstance(alias, AliasChoices):
        return [one.path[0] if isinstance(one, AliasPath) else one for one in alias.choices]
    return [alias.path[0] if isinstance(alias, AliasPath) else alias]


def _run_field_validators(cls, name, value, mode, data):
    for _, marker in cls._validators:
        if marker.mode not in (mode, "plain" if mode == "before" else mode, "wrap" if mode == "before" else mode):
            continue
        if name not in marker.fields and "*" not in marker.fields:
            continue
        function, count = _bind(marker.function, cls)
        info = data if marker.kind == "old field" else ValidationInfo(data, name, cls.model_config)

        def run(v):
            if marker.mode == "wrap":
                return function(v, lambda x: x, info) if count > 2 else function(v, lambda x: x)
            return function(v, info) if count > 1 else function(v)

        if marker.each_item and isinstance(value, (list, tuple, set)):
            value = type(value)([call_validator(run, item) for item in value])
        else:
            value = call_validator(run, value)
    return value


def _validate_field(cls, name, info, value, data):
    if cls.model_config.get("str_strip_whitespace") and isinstance(value, str):
        value = value.strip()
    value = _run_field_validators(cls, name, value, "before", data)
    value = apply_metadata(info.metadata, value, "before")
    value = convert(info.annotation, value)
    value = apply_metadata(info.metadata, value, "after")
    return _run_field_validators(cls, name, value, "after", data)


def _validate(cls, data):
    """(values by field, names that were given, extra values); raises Bad."""
    _complete(cls)
    for _, marker in cls._models:
        if marker.mode == "before":
            data = call_validator(_bind(marker.function, cls)[0], data)
    values, given, errors, used = {}, set(), [], set()
    by_name = cls.model_config.get("populate_by_name") or cls.model_config.get("validate_by_name")
    for name, info in cls.model_fields.items():
        names = _aliases(name, info)
        if by_name and name not in names:
            names = names + [name]
        found = next((one for one in names if one in data), None)
        try:
            if found is not None:
                used.add(found)
                values[name] = _validate_field(cls, name, info, data[found], values)
                given.add(name)
            elif info.is_required():
                raise bad("missing", "Field required", data)
            elif cls.model_config.get("validate_default"):
                values[name] = _validate_field(cls, name, info, info.get_default(), values)
            else:
                values[name] = info.get_default()
        except Bad as problem:
            errors += [dict(e, loc=(found or names[0],) + e["loc"]) for e in problem.errors]
    extra = {key: value for key, value in data.items() if key not in used and key not in cls.model_fields}
    if cls.model_config.get("extra") == "forbid":
        for key, value in extra.items():
            errors += bad("extra_forbidden", "Extra inputs are not permitted", value, (key,)).errors
    if errors:
        raise Bad(errors)
    return values, given, extra if cls.model_config.get("extra") == "allow" else {}


class BaseModel(metaclass=ModelMetaclass):
    model_config = ConfigDict()
    model_fields = {}
    model_computed_fields = {}
    __private_attributes__ = {}
    _validators = _models = ()

    def __init__(self, /, **data):
        self._fill(data)

    def _fill(self, data):
        cls = type(self)
        try:
            values, given, extra = _validate(cls, data)
            store = self.__dict__
            store.update(values)
            store.update(extra)
            object.__setattr__(self, "__pydantic_fields_set__", given)
            object.__setattr__(self, "__pydantic_extra__", extra)
            for name, private in cls.__private_attributes__.items():
                value = private.make()
                if value is not PydanticUndefined:
                    object.__setattr__(self, name, value)
            self.model_post_init(None)
            for _, marker in cls._models:
                if marker.mode == "after":
                    if marker.kind == "root":
                        made = call_validator(_bind(marker.function, cls)[0], dict(self))
                        store.update(made or {})
                    else:
                        call_validator(_plain(marker.function), self)
        except Bad as problem:
            raise ValidationError(cls.model_config.get("title") or cls.__name__, problem.errors) from None

    def model_post_init(self, context, /):
        pass

    @classmethod
    def __pydantic_convert__(cls, value):
        if isinstance(value, cls):
            return value
        if hasattr(value, "items"):
            try:
                return cls(**value)
            except ValidationError as error:
                raise Bad(error._errors)
        if cls.model_config.get("from_attributes"):
            return cls._from_attributes(value)
        raise bad("model_type", f"Input should be a valid dictionary or instance of {cls.__name__}", value)

    @classmethod
    def _from_attributes(cls, obj):
        data = {}
        for name, info in cls.model_fields.items():
            for key in _aliases(name, info) + [name]:
                if hasattr(obj, key):
                    data[_aliases(name, info)[0]] = getattr(obj, key)
                    break
        return cls(**data)

    @classmethod
    def model_validate(cls, obj, *, strict=None, from_attributes=None, context=None, **options):
        if from_attributes and not hasattr(obj, "items"):
            return cls._from_attributes(obj)
        try:
            return cls.__pydantic_convert__(obj)
        except Bad as problem:
            raise ValidationError(cls.__name__, problem.errors) from None

    @classmethod
    def model_validate_json(cls, json_data, **options):
        import json

        return cls.model_validate(json.loads(json_data))

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        made = cls.__new__(cls)
        for name, info in cls.model_fields.items():
            if name in values:
                made.__dict__[name] = values[name]
            elif not info.is_required():
                made.__dict__[name] = info.get_default()
        object.__setattr__(made, "__pydantic_fields_set__", set(_fields_set or values))
        object.__setattr__(made, "__pydantic_extra__", {})
        return made

    @classmethod
    def model_rebuild(cls, **options):
        _complete(cls)
        return True

    @classmethod
    def model_json_schema(cls, *args, **options):
        raise NotImplementedError("model_json_schema() is not part of this pydantic")

    parse_obj, parse_raw, construct, update_forward_refs = model_validate, model_validate_json, model_construct, model_rebuild

    @classmethod
    def from_orm(cls, obj):
        return cls._from_attributes(obj)

    @property
    def model_fields_set(self):
        return self.__pydantic_fields_set__

    __fields_set__ = model_fields_set

    @property
    def model_extra(self):
        return self.__pydantic_extra__

    def _own_items(self):
        cls = type(self)
        for name in cls.model_fields:
            if name in self.__dict__:
                yield name, self.__dict__[name]
        yield from self.__pydantic_extra__.items()

    def __iter__(self):
        return iter(list(self._own_items()))

    def model_dump(self, *, mode="python", include=None, exclude=None, by_alias=False, exclude_unset=False,
                   exclude_defaults=False, exclude_none=False, **options):
        from pydantic._dump import dump_model

        return dump_model(self, mode, include, exclude, by_alias, exclude_unset, exclude_defaults, exclude_none)

    def model_dump_json(self, *, indent=None, **options):
        import json

        data = self.model_dump(mode="json", **options)
        separators = (",", ":") if indent is None else None
        return json.dumps(data, indent=indent, separators=separators, ensure_ascii=False)

    def dict(self, **options):
        return self.model_dump(**options)

    def json(self, **options):
        return self.model_dump_json(**options)

    def model_copy(self, *, update=None, deep=False):
        import copy

        made = type(self).__new__(type(self))
        made.__dict__.update(copy.deepcopy(self.__dict__) if deep else self.__dict__)
        for name, value in (update or {}).items():
            made.__dict__[name] = value
        object.__setattr__(made, "__pydantic_fields_set__", self.__pydantic_fields_set__ | set(update or ()))
        object.__setattr__(made, "__pydantic_extra__", self.__pydantic_extra__)
        return made

    def copy(self, *, update=None, deep=False, **options):
        return self.model_copy(update=update, deep=deep)

    __copy__ = model_copy

    def __setattr__(self, name, value):
        cls = type(self)
        info = cls.model_fields.get(name)
        if name.startswith("_") or isinstance(getattr(cls, name, None), property):
            object.__setattr__(self, name, value)
            return
        if cls.model_config.get("frozen") or info is not None and info.frozen:
            kind = "frozen_instance" if cls.model_config.get("frozen") else "frozen_field"
            text = "Instance is frozen" if kind == "frozen_instance" else "Field is frozen"
            raise ValidationError(cls.__name__, bad(kind, text, value, (name,)).errors)
        if info is None and cls.model_config.get("extra") != "allow":
            raise ValueError(f'"{cls.__name__}" object has no field "{name}"')
        if info is not None and cls.model_config.get("validate_assignment"):
            try:
                value = _validate_field(cls, name, info, value, self.__dict__)
            except Bad as problem:
                raise ValidationError(cls.__name__, [dict(e, loc=(name,) + e["loc"]) for e in problem.errors]) from None
        self.__dict__[name] = value
        self.__pydantic_fields_set__.add(name)

    def __eq__(self, other):
        if not isinstance(other, BaseModel):
            return NotImplemented
        return type(self) is type(other) and dict(self._own_items()) == dict(other._own_items())

    def __hash__(self):
        if not type(self).model_config.get("frozen"):
            raise TypeError(f"unhashable type: '{type(self).__name__}'")
        return hash(tuple(value for _, value in self._own_items()))

    def _shown(self):
        items = [f"{name}={value!r}" for name, value in self._own_items()]
        items += [f"{name}={getattr(self, name)!r}" for name in type(self).model_computed_fields]
        return items

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(self._shown())})"

    def __str__(self):
        return " ".join(self._shown())

    def __class_getitem__(cls, item):
        return cls


class RootModel(BaseModel):
    def __init__(self, root=PydanticUndefined, /, **data):
        if root is not PydanticUndefined:
            data = {"root": root}
        self._fill(data)

    def model_dump(self, **options):
        return BaseModel.model_dump(self, **options)["root"]


class TypeAdapter(typing.Generic[typing.TypeVar("T")]):
    def __init__(self, type, **options):
        self._type = type

    def validate_python(self, value, **options):
        try:
            return convert(self._type, value)
        except Bad as problem:
            raise ValidationError(str(getattr(self._type, "__name__", self._type)), problem.errors) from None

    def validate_json(self, data, **options):
        import json

        return self.validate_python(json.loads(data))

    def dump_python(self, value, *, mode="python", **options):
        from pydantic._dump import dump_value

        return dump_value(value, mode)

    def dump_json(self, value, **options):
        import json

        return json.dumps(self.dump_python(value, mode="json"), separators=(",", ":")).encode()


def create_model(model_name, /, *, __base__=None, __config__=None, __module__=None, __validators__=None, **fields):
    annotations, namespace = {}, {}
    for name, given in fields.items():
        annotation, default = given if isinstance(given, tuple) else (typing.Any, given)
        annotations[name] = annotation
        if default is not ...:
            namespace[name] = default
    namespace["__annotations__"] = annotations
    if __config__ is not None:
        namespace["model_config"] = __config__
    bases = __base__ if isinstance(__base__, tuple) else (__base__ or BaseModel,)
    return ModelMetaclass(model_name, bases, namespace)


def parse_obj_as(type_, obj):
    return TypeAdapter(type_).validate_python(obj)


def __getattr__(name):
    if name in ("BaseSettings",):
        import pydantic_settings

        return pydantic_settings.BaseSettings
    import pydantic.types

    if name == "dataclasses":
        import pydantic.dataclasses

        return pydantic.dataclasses
    found = getattr(pydantic.types, name, None)
    if found is None:
        raise AttributeError(f"module 'pydantic' has no attribute '{name}'")
    return found
