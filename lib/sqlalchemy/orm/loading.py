"""Rows into objects. An entity is a mapped class, an alias of one, or a column with its label."""

from sqlalchemy import select

from sqlalchemy.orm._result import ObjectResult, ObjectRow
from sqlalchemy.orm.base import Operators, plain_element
from sqlalchemy.orm.mapper import Mapper
from sqlalchemy.orm.properties import ColumnProperty
from sqlalchemy.orm.state import state_of


class ClassEntity:
    """select(User): one object for so many columns."""

    def __init__(self, class_, adapt=None, name=None, spread=None):
        self.mapper, self.name = class_.__mapper__, name or class_.__name__
        self.adapt = adapt
        self.keys, self.columns = [], []
        if spread is not None:  # the columns as select() spread them
            self.columns = list(spread)
            for column in self.mapper.selectable.c if adapt is not None else self.columns:
                prop = self.mapper._by_column.get(column)
                self.keys.append(prop.key if prop is not None else None)
            self.width = len(self.columns)
            return
        for mapper in [self.mapper, *self.mapper.self_and_descendants[1:]]:
            for key, prop in mapper._props.items():
                if not isinstance(prop, ColumnProperty) or key in self.keys or prop.deferred and mapper is not None:
                    continue
                column = prop.columns[0]
                if getattr(column, "table", None) not in self.mapper.tables and not prop.is_expression:
                    continue
                self.keys.append(key)
                self.columns.append(column if adapt is None else adapt(column))
        self.width = len(self.columns)

    def keep(self, wanted):
        """Only the columns of keys that are wanted, and the primary key."""
        own = {prop.key for prop in map(self.mapper._by_column.get, self.mapper.primary_key) if prop is not None}
        kept = [i for i, key in enumerate(self.keys) if key in own or wanted(key)]
        self.keys, self.columns = [self.keys[i] for i in kept], [self.columns[i] for i in kept]
        self.width = len(kept)

    def value(self, session, part, options=None):
        return session._object_for(self.mapper, self.keys, part)


class ColumnEntity:
    width = 1

    def __init__(self, element, name):
        self.columns, self.name = [element], name

    def value(self, session, part, options=None):
        return part[0]


def entity_for(thing):
    """What one argument of query() or select() means."""
    from sqlalchemy.orm.util import AliasedClass, Bundle

    if isinstance(thing, AliasedClass):
        return ClassEntity(thing._class, thing._adapt, thing._name)
    if isinstance(thing, Mapper):
        thing = thing.class_
    if isinstance(thing, type) and hasattr(thing, "__mapper__"):
        return ClassEntity(thing)
    if isinstance(thing, Bundle):
        return thing._entity()
    name = getattr(thing, "key", None) if isinstance(thing, Operators) else None
    element = plain_element(thing)
    if name is None:
        name = getattr(element, "key", None) or getattr(element, "name", None)
    return ColumnEntity(element, name)


def entities_of(statement):
    """The entities of a select() that names mapped classes; None when it is plain SQL."""
    given = getattr(statement, "_raw_columns", None)
    if given is None:
        return None
    found, objects = [], False
    for element in given:
        class_ = Mapper.classes_by_table.get(element) if hasattr(element, "c") else None
        alias = _known_aliases.get(element) if class_ is None and hasattr(element, "c") else None
        if class_ is not None:
            found.append(ClassEntity(class_, spread=element.c))
            objects = True
        elif alias is not None:
            found.append(ClassEntity(alias._class, alias._adapt, alias._name, element.c))
            objects = True
        elif hasattr(element, "c") and not hasattr(element, "type"):
            return None
        else:
            found.append(ColumnEntity(element, getattr(element, "key", None) or getattr(element, "name", None)))
    return found if objects else None


def restrict(entities, options):
    """load_only() and defer() of select().options() or query().options(); whether there were any."""
    options = [one for one in options if getattr(one, "only", None) or getattr(one, "deferred", None)]
    for option in options:
        for entity in entities:
            if isinstance(entity, ClassEntity):
                option.restrict(entity)
    return bool(options)


_known_aliases = {}


def remember_alias(selectable, aliased):
    _known_aliases[selectable] = aliased


def statement_of(entities):
    columns = []
    for entity in entities:
        columns += entity.columns
    return select(*columns)


def read(session, entities, rows):
    keys = [e.name for e in entities]
    made = []
    for row in rows:
        values, at = [], 0
        row = tuple(row)
        for entity in entities:
            values.append(entity.value(session, row[at:at + entity.width]))
            at += entity.width
        made.append(ObjectRow(values, keys))
    return ObjectResult(keys, made)


def populate(instance, keys, values, overwrite):
    """Column values into an object; those changed and not flushed stay unless overwrite."""
    state, inside = state_of(instance), instance.__dict__
    for key, value in zip(keys, values):
        if overwrite or key not in inside:
            inside[key] = value
            state.before.pop(key, None)
    state.expired = False


merge_result = merge_frozen_result = None
