"""aliased(), join(), with_parent() and other helpers."""

from sqlalchemy.orm.base import Operators, Parametrised, PropComparator, object_mapper, plain_element  # noqa: F401
from sqlalchemy.orm.properties import ColumnProperty


class AliasedAttribute(Operators):
    def __init__(self, key, element, prop):
        self.key, self._element, self.prop = key, element, prop
        self.property = prop

    def __clause_element__(self):
        return self._element

    def __getattr__(self, name):
        if name.startswith("__") or "_element" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self._element, name)


class AliasedClass(Parametrised):
    """aliased(User): the class over an alias of its table."""

    def __init__(self, class_, selectable, name):
        self._class, self._selectable, self._name = class_, selectable, name or class_.__name__
        self.__mapper__ = class_.__mapper__
        self.__name__ = class_.__name__
        from sqlalchemy.orm.loading import remember_alias

        remember_alias(selectable, self)

    def _adapt(self, column):
        return self._selectable.c[column.key]

    def __clause_element__(self):
        return self._selectable

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        prop = self.__mapper__._props.get(name)
        if isinstance(prop, ColumnProperty):
            return AliasedAttribute(name, self._adapt(prop.columns[0]), prop)
        return getattr(self._class, name)


class AliasedInsp:
    pass


def aliased(element, alias=None, name=None, flat=False, adapt_on_names=False):
    if not isinstance(element, type) or not hasattr(element, "__mapper__"):
        return element.alias(name)
    selectable = alias
    if selectable is None:
        target = element.__mapper__.selectable
        selectable = target.alias(name)
    elif hasattr(selectable, "subquery"):
        selectable = selectable.subquery()
    return AliasedClass(element, selectable, name)


def join(left, right, onclause=None, isouter=False, full=False):
    from sqlalchemy import join as core_join

    if onclause is not None and hasattr(onclause, "prop") and hasattr(onclause.prop, "condition"):
        onclause = onclause.prop.condition()
    return core_join(_from(left), _from(right), onclause, isouter=isouter, full=full)


def outerjoin(left, right, onclause=None, full=False):
    return join(left, right, onclause, True, full)


def _from(thing):
    mapper = thing.__dict__.get("__mapper__") if isinstance(thing, type) else None
    return mapper.selectable if mapper is not None else plain_element(thing)


class Bundle(Parametrised):
    def __init__(self, name, *columns, **keywords):
        self.name, self.columns = name, columns

    def _entity(self):
        from sqlalchemy.orm.loading import ColumnEntity
        from sqlalchemy.orm._result import ObjectRow

        inner = [plain_element(c) for c in self.columns]
        entity = ColumnEntity(None, self.name)
        entity.columns, entity.width = inner, len(inner)
        names = [getattr(c, "key", None) for c in inner]
        entity.value = lambda session, part, options=None: ObjectRow(part, names)
        return entity


def with_parent(instance, prop, from_entity=None):
    prop = getattr(prop, "prop", prop)
    mapper = type(instance).__mapper__
    from sqlalchemy import and_

    return and_(*[remote == getattr(instance, mapper.get_property_by_column(local).key)
                  for local, remote in prop.joined[1]])


def identity_key(class_=None, ident=None, *, instance=None, row=None, identity_token=None):
    if instance is not None:
        return object_mapper(instance).identity_key_from_instance(instance)
    ident = ident if isinstance(ident, tuple) else (ident,)
    return class_.__mapper__.base_mapper.class_, ident, identity_token


def was_deleted(instance):
    from sqlalchemy.orm.state import state_of

    return state_of(instance).is_deleted


class CascadeOptions(frozenset):
    pass


def _refuse(name):
    from sqlalchemy.exc import InvalidRequestError

    def refuse(*args, **keywords):
        raise InvalidRequestError(f"{name}() is not available in retort")

    return refuse


with_polymorphic, polymorphic_union = _refuse("with_polymorphic"), _refuse("polymorphic_union")
