"""Model and what makes its subclasses: the table's name from the class's, the metadata of its bind, and one table
for classes that only inherit."""

import re

_UPPER = re.compile(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))")


def camel_to_snake_case(name):
    return _UPPER.sub(r"_\1", name).lower().lstrip("_")


def _is_model(cls):
    """A class under a declarative base, not the base itself."""
    from sqlalchemy import orm

    modern = (orm.DeclarativeBase, orm.DeclarativeBaseNoMeta)
    if any(base in modern for base in cls.__bases__):
        return False
    return issubclass(cls, modern) or any(isinstance(base, orm.DeclarativeMeta) for base in cls.__mro__[1:])


def should_set_tablename(cls):
    """Whether no name is given that holds for the class; whether it gets a table is decided when its columns are
    known (_make_table)."""
    from sqlalchemy.orm.decl_api import declared_attr

    if cls.__dict__.get("__abstract__", False) or not _is_model(cls):
        return False
    for base in cls.__mro__:
        if "__tablename__" in base.__dict__:
            if isinstance(base.__dict__["__tablename__"], declared_attr):
                return False
            return not (base is cls or base.__dict__.get("__abstract__", False) or not _is_declared(base))
    return True


def _is_declared(base):
    from sqlalchemy import orm

    return isinstance(base, orm.DeclarativeMeta) or issubclass(base, (orm.DeclarativeBase, orm.DeclarativeBaseNoMeta))


def _set_name(cls):
    if should_set_tablename(cls):
        cls.__tablename__ = camel_to_snake_case(cls.__name__)


def _set_metadata(cls):
    if "metadata" in cls.__dict__ or "__table__" in cls.__dict__:
        return
    metadata = cls.__fsa__._make_metadata(getattr(cls, "__bind_key__", None))
    if metadata is not getattr(cls, "metadata", None):
        cls.metadata = metadata


def _make_table(cls, name, metadata, *items, **keywords):
    """A table of its own for a class with a primary key, and for one that inherits from none (so that its mapper
    complains); every other class lives in its parent's."""
    from sqlalchemy import Column, PrimaryKeyConstraint, Table

    schema = keywords.get("schema")
    has_key = any(isinstance(item, PrimaryKeyConstraint) or isinstance(item, Column) and item.primary_key
                  for item in items)
    known = (name if schema is None else f"{schema}.{name}") in cls.metadata.tables
    if has_key or known or not any("__table__" in base.__dict__ for base in cls.__mro__[1:-1]):
        return Table(name, metadata, *items, **keywords)
    if "__tablename__" in cls.__dict__:
        del cls.__tablename__
    return None


def _drop_no_table(cls):
    if "__tablename__" not in cls.__dict__ and cls.__dict__.get("__table__", cls) is None:
        del cls.__table__


class BindMetaMixin(type):
    def __init__(cls, name, bases, members, **keywords):
        _set_metadata(cls)
        super().__init__(name, bases, members, **keywords)


class NameMetaMixin(type):
    __table_cls__ = _make_table

    def __init__(cls, name, bases, members, **keywords):
        _set_name(cls)
        super().__init__(name, bases, members, **keywords)
        _drop_no_table(cls)


class BindMixin:
    @classmethod
    def __init_subclass__(cls, **keywords):
        if hasattr(cls, "__bind_key__"):
            _set_metadata(cls)
        super().__init_subclass__(**keywords)


class NameMixin:
    __table_cls__ = classmethod(_make_table)

    @classmethod
    def __init_subclass__(cls, **keywords):
        _set_name(cls)
        super().__init_subclass__(**keywords)
        _drop_no_table(cls)


class _QueryProperty:
    def __get__(self, instance, owner):
        return owner.query_class([owner], owner.__fsa__.session())


class Model:
    __fsa__ = None
    query_class = None
    query = _QueryProperty()

    def __repr__(self):
        state = self.__dict__.get("_sa_instance_state")
        if state is None or state.key is None:
            return f"<{type(self).__name__} (transient {id(self)})>"
        return f"<{type(self).__name__} {', '.join(str(v) for v in state.key[1])}>"


def __getattr__(name):  # they need sqlalchemy.orm, which not every script has
    if name not in ("DefaultMeta", "DefaultMetaNoName"):
        raise AttributeError(f"module 'flask_sqlalchemy.model' has no attribute {name!r}")
    from sqlalchemy.orm import DeclarativeMeta

    class DefaultMeta(BindMetaMixin, NameMetaMixin, DeclarativeMeta):
        pass

    class DefaultMetaNoName(BindMetaMixin, DeclarativeMeta):
        pass

    globals().update(DefaultMeta=DefaultMeta, DefaultMetaNoName=DefaultMetaNoName)
    return globals()[name]
