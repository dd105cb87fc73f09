"""A stand-in for SQLModel: classes with table=True become tables by SQLModel's rules; the others only carry fields."""

__incomplete__ = True

import typing

from sqlalchemy import Column, ForeignKey, MetaData

from sqlalchemy.orm import _annotation
from sqlalchemy.orm.decl_api import DeclarativeAttributeIntercept, registry
from sqlalchemy.orm.decl_base import ClassScan
from sqlalchemy.orm.relationships import Relationship as _OrmRelationship

__version__ = "0.0.24"


class _Undefined:
    def __repr__(self):
        return "PydanticUndefined"

    def __bool__(self):
        return False


Undefined = _Undefined()
_default_registry = registry()
default_registry = _default_registry


class FieldInfo:
    def __init__(self, default=Undefined, **given):
        for one in ("sa_column", "sa_type"):
            if given.get(one, Undefined) is Undefined:
                given.pop(one, None)
        self.default, self.given = default, given
        self.annotation = None

    def get(self, name, default=None):
        found = self.given.get(name, Undefined)
        return default if found is Undefined or found is None else found

    def is_required(self):
        return self.default is Undefined and "default_factory" not in self.given

    def value(self):
        factory = self.given.get("default_factory")
        return factory() if factory is not None else self.default


def Field(default=Undefined, **given):
    if default is ...:
        default = Undefined
    return FieldInfo(default, **given)


class RelationshipInfo:
    def __init__(self, *, back_populates=None, cascade_delete=False, passive_deletes=False, link_model=None,
                 sa_relationship=None, sa_relationship_args=None, sa_relationship_kwargs=None):
        self.back_populates, self.link_model, self.sa_relationship = back_populates, link_model, sa_relationship
        self.cascade_delete, self.passive_deletes = cascade_delete, passive_deletes
        self.args, self.keywords = sa_relationship_args or (), dict(sa_relationship_kwargs or {})

    def make(self):
        if self.sa_relationship is not None:
            return self.sa_relationship
        keywords = dict(self.keywords)
        if self.back_populates:
            keywords["back_populates"] = self.back_populates
        if self.cascade_delete:
            keywords["cascade"] = "all, delete-orphan"
        if self.passive_deletes:
            keywords["passive_deletes"] = self.passive_deletes
        if self.link_model is not None:
            keywords["secondary"] = getattr(self.link_model, "__table__")
        return _OrmRelationship(*self.args, **keywords)


def Relationship(**keywords):
    return RelationshipInfo(**keywords)


_TYPES = {
    ("builtins", "float"): "Float", ("builtins", "bool"): "Boolean", ("builtins", "int"): "Integer",
    ("datetime", "datetime"): "DateTime", ("datetime", "date"): "Date", ("datetime", "timedelta"): "Interval",
    ("datetime", "time"): "Time", ("builtins", "bytes"): "LargeBinary", ("uuid", "UUID"): "Uuid",
}
_AS_TEXT = ("Path", "PosixPath", "IPv4Address", "IPv4Network", "IPv6Address", "IPv6Network", "EmailStr", "AnyUrl",
            "HttpUrl", "NameEmail", "PostgresDsn", "FilePath", "DirectoryPath")


def get_sqlalchemy_type(field):
    """The column type of a field."""
    given = field.get("sa_type")
    if given is not None:
        return given
    kind = _annotation.without_none(field.annotation)
    limits = {}
    while _annotation.is_annotated(kind):
        for part in kind.__metadata__:
            for name in ("max_length", "max_digits", "decimal_places"):
                found = getattr(part, name, None)
                if found is not None:
                    limits[name] = found
        kind = _annotation.without_none(kind.__origin__)
    for name in ("max_length", "max_digits", "decimal_places"):
        if field.get(name) is not None:
            limits[name] = field.get(name)
    import sqlalchemy

    from sqlmodel.sql.sqltypes import AutoString

    if typing.get_origin(kind) is typing.Literal:
        return AutoString
    if isinstance(kind, type):
        names = [(b.__module__, b.__name__) for b in kind.__mro__]
        if ("enum", "Enum") in names:
            return sqlalchemy.Enum(kind)
        if ("builtins", "str") in names:
            return AutoString(length=limits["max_length"]) if limits.get("max_length") else AutoString
        for name in names:
            if name in _TYPES:
                return getattr(sqlalchemy, _TYPES[name])
            if name[1] == "Decimal" and name[0] in ("decimal", "_decimal"):
                return sqlalchemy.Numeric(precision=limits.get("max_digits"), scale=limits.get("decimal_places"))
            if name[1] in _AS_TEXT:
                return AutoString
    elif getattr(kind, "__name__", "") in _AS_TEXT:
        return AutoString
    raise ValueError(f"{kind} has no matching SQLAlchemy type")


def _column_for(name, field):
    given = field.get("sa_column")
    if isinstance(given, Column):
        return given
    primary_key = bool(field.get("primary_key", False))
    nullable = field.given.get("nullable", Undefined)
    if nullable is Undefined:
        nullable = not primary_key and _annotation.includes_none(field.annotation)
    arguments = []
    if field.get("foreign_key"):
        ondelete = field.get("ondelete")
        if ondelete == "SET NULL" and not nullable:
            raise RuntimeError('ondelete="SET NULL" requires nullable=True')
        arguments.append(ForeignKey(field.get("foreign_key"), ondelete=ondelete))
    keywords = {"primary_key": primary_key, "nullable": nullable, "index": field.get("index", False),
                "unique": field.get("unique", False)}
    if field.given.get("default_factory") is not None:
        keywords["default"] = field.given["default_factory"]
    elif field.default is not Undefined:
        keywords["default"] = field.default
    arguments += list(field.get("sa_column_args", ()))
    keywords.update(field.get("sa_column_kwargs", {}))
    return Column(get_sqlalchemy_type(field), *arguments, **keywords)


def _fields_of(cls, members):
    """Fields that the class body declares; relationships apart."""
    fields, relations = {}, {}
    for name, note in (members.get("__annotations__") or {}).items():
        if name.startswith("_") or name in ("model_config", "metadata") or _annotation.is_class_variable(note):
            continue
        value = members.get(name, Undefined)
        if isinstance(value, RelationshipInfo):
            relations[name] = (value, note)
            continue
        container, inner = _annotation.split(note, cls, cls.__module__, name)
        field = value if isinstance(value, FieldInfo) else FieldInfo(value)
        try:
            field = _from_annotation(field, inner, cls)
        except NameError:  # of a class further down; only a table needs it at once
            field.annotation = inner
        fields[name] = field
    return fields, relations


def _from_annotation(field, note, cls):
    note = _annotation.resolved(note, cls, cls.__module__)
    for part in getattr(note, "__metadata__", ()):
        if isinstance(part, FieldInfo):
            default = field.default if field.default is not Undefined else part.default
            field = FieldInfo(default, **{**part.given, **field.given})
    field.annotation = note
    return field


class SQLModelMetaclass(DeclarativeAttributeIntercept):
    def __new__(meta, name, bases, members, table=False, **config):
        return type.__new__(meta, name, bases, members)

    def __init__(cls, name, bases, members, table=False, **config):
        own, relations = _fields_of(cls, members)
        fields, all_relations = {}, {}
        for base in reversed(cls.__mro__[1:]):
            fields.update(base.__dict__.get("__sqlmodel_fields_own__", {}))
            all_relations.update(base.__dict__.get("__sqlmodel_relationships_own__", {}))
        fields.update(own)
        all_relations.update(relations)
        type.__setattr__(cls, "__sqlmodel_fields_own__", own)
        type.__setattr__(cls, "__sqlmodel_relationships_own__", relations)
        type.__setattr__(cls, "model_fields", fields)
        type.__setattr__(cls, "__fields__", fields)
        type.__setattr__(cls, "__sqlmodel_relationships__", all_relations)
        for one in own:
            if one in members:
                type.__delattr__(cls, one)
        for one in relations:
            type.__delattr__(cls, one)
        if table or config.get("table"):
            _map(cls, fields, all_relations)


def _map(cls, fields, relations):
    above = next((b for b in cls.__mro__[1:] if "__mapper__" in b.__dict__), None)
    if "__tablename__" not in cls.__dict__:
        named = next((b.__dict__["__tablename__"] for b in cls.__mro__[1:] if "__tablename__" in b.__dict__
                      and "__mapper__" not in b.__dict__), None)
        if named is None:
            type.__setattr__(cls, "__tablename__", cls.__name__.lower())
    for name, field in fields.items():
        if above is not None and name in above.__mapper__._props:
            continue
        if isinstance(field.annotation, str):
            field = _from_annotation(field, field.annotation, cls)
        column = _column_for(name, field)
        if any(name in b.__dict__.get("__sqlmodel_fields_own__", {}) for b in cls.__mro__[1:]) and \
                column is field.get("sa_column"):
            column = column._copy()
        type.__setattr__(cls, name, column)
    order = {name: type.__getattribute__(cls, name) for name in fields if name in cls.__dict__}
    for name in order:  # declarative reads the class body in its order
        type.__delattr__(cls, name)
    for name, column in order.items():
        type.__setattr__(cls, name, column)
    notes = cls.__dict__.get("__annotations__") or {}
    for name, (info, note) in relations.items():
        relation = info.make()
        if relation.argument is None:
            container, inner = _annotation.split(note, cls, cls.__module__, name)
            relation.settle(None, name, inner, cls.__module__, None)
        type.__setattr__(cls, name, relation)
    type.__setattr__(cls, "__annotations__", {})
    try:
        ClassScan(_default_registry, cls)
    finally:
        type.__setattr__(cls, "__annotations__", notes)


class SQLModel(metaclass=SQLModelMetaclass):
    metadata = MetaData()
    __allow_unmapped__ = True

    def __init__(self, **values):
        for name, field in type(self).model_fields.items():
            if name in values:
                setattr(self, name, values.pop(name))
            elif not field.is_required():
                setattr(self, name, field.value())
        for name in list(values):
            if name in type(self).__sqlmodel_relationships__:
                setattr(self, name, values.pop(name))

    @classmethod
    def model_validate(cls, obj, *, update=None, **options):
        if isinstance(obj, dict):
            values = dict(obj)
        else:
            values = {n: getattr(obj, n) for n in cls.model_fields if hasattr(obj, n)}
        return cls(**{**values, **(update or {})})

    from_orm = parse_obj = validate = model_validate

    def model_dump(self, *, exclude_unset=False, include=None, exclude=None, **options):
        return {n: getattr(self, n, None) for n in type(self).model_fields
                if (include is None or n in include) and (exclude is None or n not in exclude) and
                (not exclude_unset or n in self.__dict__)}

    dict = model_dump

    def sqlmodel_update(self, obj, *, update=None):
        values = obj if isinstance(obj, type({})) else obj.model_dump()
        for name, value in {**values, **(update or {})}.items():
            if name in type(self).model_fields:
                setattr(self, name, value)
        return self

    def __repr__(self):
        inside = ", ".join(f"{n}={getattr(self, n, None)!r}" for n in type(self).model_fields)
        return f"{type(self).__name__}({inside})"

    def __eq__(self, other):
        return type(self) is type(other) and self.model_dump() == other.model_dump()

    def __hash__(self):
        return id(self)


SQLModel.metadata = _default_registry.metadata = SQLModel.__dict__["metadata"]


def col(column_expression):
    return column_expression


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    if name == "Session":
        from sqlmodel.orm.session import Session

        return Session
    if name == "AutoString":
        from sqlmodel.sql.sqltypes import AutoString

        return AutoString
    import sqlalchemy
    from sqlalchemy import orm

    for module in (sqlalchemy, orm):
        if hasattr(module, name):
            return getattr(module, name)
    raise AttributeError(f"module 'sqlmodel' has no attribute {name!r}")
