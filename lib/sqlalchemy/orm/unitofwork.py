"""flush(): INSERT in dependency order, UPDATE of what changed, DELETE in reverse, rows of association tables."""

from sqlalchemy import Column

from sqlalchemy.orm.base import MANYTOMANY, MANYTOONE, ONETOMANY, Operators
from sqlalchemy.orm.properties import ColumnProperty
from sqlalchemy.orm.state import members_of, state_of


class UOWTransaction:
    def __init__(self, session):
        self.session = session


def flush(session):
    changed = [o for o in session.identity_map.values() if state_of(o).modified]
    touched = [o for o in session.identity_map.values() if _has_loaded_relations(o)]
    for instance in [*session._new.values(), *touched]:
        session._cascade(instance)
    if not session._new and not session._deleted and not changed and not touched:
        return
    _notify(session, "before_flush", session, None, None)
    work = _Work(session)
    work.run()
    _notify(session, "after_flush", session, None)


def _has_loaded_relations(instance):
    mapper = type(instance).__mapper__
    return any(hasattr(mapper._props.get(key), "cascade") for key in instance.__dict__) or \
        "_sa_dynamic" in instance.__dict__


def _notify(target, name, *arguments):
    try:
        from sqlalchemy.event import _listeners
    except ImportError:
        return
    kinds = [target]
    if isinstance(target, type):
        kinds = [k for k in target.__mro__ if k is not object] + [target.__mapper__]
        from sqlalchemy.orm.mapper import Mapper

        kinds.append(Mapper)
    else:
        kinds += [k for k in type(target).__mro__ if k is not object]
    seen = []
    for kind in kinds:
        for listener in _listeners(kind, name):
            if not any(listener is s for s in seen):
                seen.append(listener)
                listener(*arguments)


def _table_order(mapper):
    known = mapper.__dict__.get("_table_place")
    if known is None:
        tables = list(mapper.local_table.metadata._sorted_tables)
        places = {t: i for i, t in enumerate(tables)}
        known = mapper._table_place = places.get(mapper.base_mapper.local_table, 0)
    return known


class _Work:
    def __init__(self, session):
        self.session, self.connection = session, None
        self.parents = {}  # id of a child -> [(parent, relationship that holds it)]
        self.doing, self.done = set(), set()

    def execute(self, statement, params=None):
        return self.session._run(statement, params)

    def run(self):
        session = self.session
        deleted = [o for o in session._deleted.values()]
        gone = {id(o) for o in deleted}
        self.settle_collections(gone)
        new = sorted(session._new.values(), key=lambda o: _table_order(type(o).__mapper__))
        for instance in new:
            if id(instance) not in gone:
                self.insert(instance)
        for instance in list(session.identity_map.values()):
            if id(instance) not in gone:
                self.link_parents(instance)
        for instance in list(session.identity_map.values()):
            if id(instance) not in gone and state_of(instance).modified:
                self.update(instance)
        for instance in list(session.identity_map.values()):
            self.associate(instance, gone)
        self.release_children(deleted, gone)
        for instance in sorted(deleted, key=lambda o: -_table_order(type(o).__mapper__)):
            self.delete(instance)

    # --- relationships

    def settle_collections(self, gone):
        session = self.session
        for instance in [*session._new.values(), *session.identity_map.values()]:
            mapper = type(instance).__mapper__
            dynamic = instance.__dict__.get("_sa_dynamic", {})
            for key, value in [*instance.__dict__.items(), *dynamic.items()]:
                prop = mapper._props.get(key)
                if not hasattr(prop, "cascade") or prop.viewonly or not (prop.is_list or prop.direction is ONETOMANY):
                    continue
                if prop.direction is not ONETOMANY:
                    continue
                members = members_of(value) if prop.is_list else [value] if value is not None else []
                for child in members:
                    self.parents.setdefault(id(child), []).append((instance, prop))
                self.drop_orphans(instance, prop, members, gone)

    def drop_orphans(self, instance, prop, members, gone):
        state = state_of(instance)
        before = state.collections.get(prop.key)
        if before is None:
            return
        for child in before:
            if any(child is m for m in members) or id(child) in gone:
                continue
            if "delete-orphan" in prop.cascade:
                self.session.delete(child)
                gone.add(id(child))
            elif id(child) not in self.parents:
                self.set_keys(child, prop, None)
        state.collections[prop.key] = list(members)

    def set_keys(self, child, prop, parent):
        """The foreign key of a child of a one-to-many relationship."""
        child_mapper = type(child).__mapper__
        for local, remote in prop.joined[1]:
            value = None
            if parent is not None:
                value = getattr(parent, type(parent).__mapper__.get_property_by_column(local).key)
            key = child_mapper.get_property_by_column(remote).key
            if child.__dict__.get(key) != value or key not in child.__dict__:
                setattr(child, key, value)

    def link_parents(self, instance):
        """Foreign keys out of the objects that it refers to; those are inserted first."""
        mapper = type(instance).__mapper__
        for parent, prop in self.parents.get(id(instance), ()):
            if state_of(parent).key is None:
                self.insert(parent)
            if state_of(parent).key is not None:
                self.set_keys(instance, prop, parent)
        for key, value in list(instance.__dict__.items()):
            prop = mapper._props.get(key)
            if not hasattr(prop, "cascade") or prop.viewonly or prop.direction is not MANYTOONE:
                continue
            if value is None and key not in state_of(instance).before:
                continue
            if value is not None and state_of(value).key is None:
                self.insert(value)
            for local, remote in prop.joined[1]:
                wanted = None if value is None else getattr(
                    value, type(value).__mapper__.get_property_by_column(remote).key)
                name = mapper.get_property_by_column(local).key
                if name not in instance.__dict__ or instance.__dict__[name] != wanted:
                    setattr(instance, name, wanted)

    def associate(self, instance, gone):
        """Rows of many-to-many tables."""
        mapper, state = type(instance).__mapper__, state_of(instance)
        for key, value in list(instance.__dict__.items()):
            prop = mapper._props.get(key)
            if not hasattr(prop, "cascade") or prop.viewonly or prop.direction is not MANYTOMANY:
                continue
            now, before = members_of(value) if prop.is_list else [value] if value is not None else [], \
                state.collections.get(key, [])
            if id(instance) in gone:
                now = []
            for other in now:
                if not any(other is b for b in before):
                    self.link(prop, instance, other, True)
            for other in before:
                if not any(other is n for n in now):
                    self.link(prop, instance, other, False)
            state.collections[key] = list(now)

    def link(self, prop, instance, other, add):
        _, first, second = prop.joined
        secondary = prop.secondary
        values = {}
        for local, association in first:
            values[association.key] = getattr(instance, type(instance).__mapper__.get_property_by_column(local).key)
        for association, remote in second:
            values[association.key] = getattr(other, type(other).__mapper__.get_property_by_column(remote).key)
        mark = (secondary.key, tuple(sorted((k, str(v)) for k, v in values.items())), add)
        if mark in self.session._linked:
            return
        self.session._linked.discard((*mark[:2], not add))
        self.session._linked.add(mark)
        if add:
            self.execute(secondary.insert().values(values))
        else:
            self.execute(secondary.delete().where(*[secondary.c[k] == v for k, v in values.items()]))

    def release_children(self, deleted, gone):
        """Rows that refer to what goes away lose their reference, unless the database sees to that."""
        for instance in deleted:
            for prop in type(instance).__mapper__.relationships:
                if prop.viewonly or prop.passive_deletes or "delete" in prop.cascade:
                    continue
                direction = prop.direction
                if direction is ONETOMANY:
                    for child in self.session._everything_related(instance, prop):
                        if id(child) not in gone:
                            self.set_keys(child, prop, None)
                            self.update(child)
                elif direction is MANYTOMANY and prop.key not in instance.__dict__:
                    _, first, _ = prop.joined
                    mapper = type(instance).__mapper__
                    self.execute(prop.secondary.delete().where(
                        *[b == getattr(instance, mapper.get_property_by_column(a).key) for a, b in first]))

    # --- rows

    def insert(self, instance):
        if id(instance) in self.done or id(instance) in self.doing:
            return
        self.doing.add(id(instance))
        self.session._new.setdefault(id(instance), instance)
        self.link_parents(instance)
        state = state_of(instance)
        state.session = self.session
        mapper = state.mapper
        _notify(type(instance), "before_insert", mapper, self.session.connection(), instance)
        if mapper.polymorphic_on is not None and mapper.polymorphic_identity is not None:
            name = mapper.get_property_by_column(mapper.polymorphic_on).key
            if instance.__dict__.get(name) is None:
                instance.__dict__[name] = mapper.polymorphic_identity
        if mapper.version_id_col is not None:
            instance.__dict__.setdefault(mapper.get_property_by_column(mapper.version_id_col).key, 1)
        for table in mapper.tables:
            self.insert_row(instance, mapper, table)
        self.done.add(id(instance))
        self.doing.discard(id(instance))
        self.session._new.pop(id(instance), None)
        state.settle()
        state.key = mapper.identity_key_from_instance(instance)
        state.made_in = self.session
        self.session.identity_map[state.key] = instance
        _notify(type(instance), "after_insert", mapper, self.session.connection(), instance)

    def insert_row(self, instance, mapper, table):
        values, inside, later = {}, instance.__dict__, []
        for column in table.c:
            prop = mapper._by_column.get(column)
            if prop is None:
                continue
            if prop.key in inside:
                value = inside[prop.key]
                is_key = column.primary_key and value is None
                if not is_key:
                    values[column.key] = value
                    if _is_sql(value):
                        later.append(prop.key)
                    continue
            made = _python_default(column)
            if made is not None:
                values[column.key] = inside[prop.key] = made[0]
            elif column.server_default is None and column.default is None and not column.primary_key:
                inside[prop.key] = None
                values[column.key] = None
        result = self.execute(table.insert().values(values) if values else table.insert())
        keys = list(table.primary_key.columns) if hasattr(table.primary_key, "columns") else list(table.primary_key)
        missing = [c for c in keys if mapper._by_column.get(c) is not None and
                   inside.get(mapper._by_column[c].key) is None]
        if missing:
            given = result.inserted_primary_key
            for column, value in zip(keys, given if given is not None else ()):
                inside[mapper._by_column[column].key] = value
        for key in later:
            del inside[key]

    def update(self, instance):
        state = state_of(instance)
        names = state.changed()
        mapper = state.mapper
        columns = {}
        for name in names:
            prop = mapper._props.get(name)
            if isinstance(prop, ColumnProperty):
                for column in prop.columns:
                    if isinstance(column, Column):
                        columns.setdefault(column.table, {})[column.key] = instance.__dict__[name]
        if not columns:
            state.settle()
            return
        _notify(type(instance), "before_update", mapper, self.session.connection(), instance)
        for table, values in columns.items():
            self.update_row(instance, mapper, table, values)
        for name in names:
            if _is_sql(instance.__dict__.get(name)):
                del instance.__dict__[name]
        old = state.key
        state.settle()
        key = mapper.identity_key_from_instance(instance)
        if key != old:
            self.session.identity_map.pop(old, None)
            state.key = key
            self.session.identity_map[key] = instance
        _notify(type(instance), "after_update", mapper, self.session.connection(), instance)

    def update_row(self, instance, mapper, table, values):
        where = _own_key(mapper, table, state_of(instance).key[1])
        version = mapper.version_id_col
        if version is not None and version.table is table:
            name = mapper.get_property_by_column(version).key
            old = getattr(instance, name)
            where.append(version == old)
            values[version.key] = instance.__dict__[name] = old + 1
        for column in table.c:
            prop = mapper._by_column.get(column)
            if column.onupdate is None or column.key in values or prop is None:
                continue
            made = _python_default(column, "onupdate")
            if made is not None:
                values[column.key] = instance.__dict__[prop.key] = made[0]
            else:
                instance.__dict__.pop(prop.key, None)
        for column in table.c:
            if getattr(column, "server_onupdate", None) is not None and mapper._by_column.get(column) is not None:
                instance.__dict__.pop(mapper._by_column[column].key, None)
        result = self.execute(table.update().where(*where).values(values))
        if result is not None and result.rowcount == 0:
            from sqlalchemy.orm.exc import StaleDataError

            raise StaleDataError(f"UPDATE statement on table '{table.name}' expected to update 1 row(s); 0 were matched.")

    def delete(self, instance):
        state = state_of(instance)
        mapper = state.mapper
        _notify(type(instance), "before_delete", mapper, self.session.connection(), instance)
        for table in reversed(mapper.tables):
            self.execute(table.delete().where(*_own_key(mapper, table, state.key[1])))
        self.session.identity_map.pop(state.key, None)
        self.session._deleted.pop(id(instance), None)
        state.is_deleted, state.session = True, None
        _notify(type(instance), "after_delete", mapper, self.session.connection(), instance)


def _own_key(mapper, table, identity):
    """Conditions on the primary key of one of the tables of an inheritance chain."""
    own = list(table.primary_key.columns) if hasattr(table.primary_key, "columns") else list(table.primary_key)
    if any(c.table is table for c in mapper.primary_key):
        own = list(mapper.primary_key)
    return [c == v for c, v in zip(own, identity)]


def _is_sql(value):
    return isinstance(value, Operators) or hasattr(value, "__clause_element__") or hasattr(value, "compile") and \
        hasattr(value, "self_group")


def _python_default(column, which="default"):
    """(value,) of default= or onupdate= when it is made here, None when the database or nobody makes it."""
    default = getattr(column, which)
    if default is None:
        return None
    value = getattr(default, "arg", default)
    if _is_sql(value) or hasattr(default, "next_value"):
        return None
    if callable(value):
        return (_call_default(value),)
    return (value,)


def _call_default(fn):
    code = getattr(fn, "__code__", None)
    if code is not None and code.co_argcount - len(getattr(fn, "__defaults__", None) or ()) >= 1:
        return fn(None)
    try:
        return fn()
    except TypeError:
        return fn(None)


# --- bulk -------------------------------------------------------------------------------------------------------


def _to_columns(mapper, table, mapping):
    values = {}
    for key, value in mapping.items():
        prop = mapper._props.get(key)
        for column in getattr(prop, "columns", ()):
            if getattr(column, "table", None) is table:
                values[column.key] = value
    return values


def bulk_insert(session, mapper, mappings):
    mappings = [dict(m) for m in mappings]
    if mapper.polymorphic_on is not None and mapper.polymorphic_identity is not None:
        name = mapper.get_property_by_column(mapper.polymorphic_on).key
        for mapping in mappings:
            mapping.setdefault(name, mapper.polymorphic_identity)
    for table in mapper.tables:
        batch, names = [], None
        for mapping in mappings:
            values = _to_columns(mapper, table, mapping)
            if batch and set(values) != names:
                session._run(table.insert(), batch)
                batch = []
            batch.append(values)
            names = set(values)
        if batch:
            session._run(table.insert(), batch)


def bulk_update(session, mapper, mappings):
    for mapping in mappings:
        identity = [mapping[mapper.get_property_by_column(c).key] for c in mapper.primary_key]
        for table in mapper.tables:
            values = _to_columns(mapper, table, mapping)
            keys = {c.key for c in table.c if c.primary_key}
            values = {k: v for k, v in values.items() if k not in keys}
            if values:
                session._run(table.update().where(*_own_key(mapper, table, identity)).values(values))


def bulk_save(session, objects, return_defaults):
    for instance in objects:
        state = state_of(instance)
        mapper = state.mapper
        if state.key is None:
            bulk_insert_one(session, mapper, instance, return_defaults)
        else:
            names = state.changed()
            if names:
                identity = {mapper.get_property_by_column(c).key: v for c, v in zip(mapper.primary_key, state.key[1])}
                bulk_update(session, mapper, [{**{n: instance.__dict__[n] for n in names}, **identity}])
                state.settle()


def bulk_insert_one(session, mapper, instance, return_defaults):
    if return_defaults:
        work = _Work(session)
        for table in mapper.tables:
            work.insert_row(instance, mapper, table)
    else:
        bulk_insert(session, mapper, [{k: v for k, v in instance.__dict__.items() if k in mapper._props}])
