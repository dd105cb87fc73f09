"""Session: an identity map, a simple unit of work, and a connection that is opened when needed."""

from sqlalchemy.exc import InvalidRequestError, UnboundExecutionError
from sqlalchemy.orm import loading
from sqlalchemy.orm.mapper import configure_mappers
from sqlalchemy.orm.state import InstanceState, load_related, members_of, state_of

_sessions = []


class SessionTransaction:
    def __init__(self, session, nested=None):
        self.session, self.nested, self.parent = session, nested, None
        self.is_active = True

    def commit(self):
        self.session.flush()
        if self.nested is not None:
            self.nested.commit()
        else:
            self.session._end(True)
        self.is_active = False

    def rollback(self):
        if self.nested is not None:
            self.nested.rollback()
            self.session._forget_changes()
        else:
            self.session._end(False)
        self.is_active = False

    def close(self):
        if self.is_active:
            self.rollback()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if not self.is_active:
            return
        if kind is None:
            self.commit()
        else:
            self.rollback()


SessionTransactionOrigin = ORMExecuteState = SessionTransaction


class _NoAutoflush:
    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.before, self.session.autoflush = self.session.autoflush, False
        return self.session

    def __exit__(self, *error):
        self.session.autoflush = self.before


class _IdentityMap(dict):
    def all_states(self):
        return [state_of(o) for o in self.values()]

    def contains_state(self, state):
        return state.key in self


class Session:
    def __init__(self, bind=None, *, autoflush=True, future=True, expire_on_commit=True, autobegin=True, twophase=False,
                 binds=None, enable_baked_queries=True, info=None, query_cls=None, autocommit=False,
                 join_transaction_mode="conditional_savepoint", close_resets_only=None, execution_options=None):
        if autocommit:
            from sqlalchemy.exc import ArgumentError

            raise ArgumentError("autocommit=True is no longer supported")
        self.bind, self.autoflush, self.expire_on_commit = bind, autoflush, expire_on_commit
        self._binds, self.info, self._query_class = dict(binds or {}), dict(info or {}), query_cls
        self._join_mode = join_transaction_mode
        self.identity_map = _IdentityMap()
        self._new, self._deleted = {}, {}
        self._linked = set()
        self._open, self._transaction, self._joined = None, None, False
        self._flushing = False
        configure_mappers()
        _sessions.append(self)

    # --- connection

    def get_bind(self, mapper=None, *, clause=None, bind=None, **more):
        if bind is not None:
            return bind
        mapper = getattr(mapper, "__mapper__", mapper)
        if self._binds:
            found = self._bind_for(mapper, clause)
            if found is not None:
                return found
        if self.bind is not None:
            return self.bind
        raise UnboundExecutionError("Could not locate a bind configured on " + (
            f"mapper {mapper} or this Session." if mapper is not None else "session"))

    def _bind_for(self, mapper, clause):
        for key, engine in self._binds.items():
            if mapper is not None and isinstance(key, type) and issubclass(mapper.class_, key):
                return engine
            if mapper is not None and key is mapper.local_table or clause is not None and key is clause:
                return engine
        return next(iter(self._binds.values())) if self.bind is None else None

    def bind_mapper(self, mapper, bind):
        self._binds[getattr(mapper, "class_", mapper)] = bind

    def bind_table(self, table, bind):
        self._binds[table] = bind

    def connection(self, bind_arguments=None, execution_options=None):
        if self._open is not None:
            return self._open
        bind = self.get_bind(**(bind_arguments or {}))
        bind = getattr(bind, "sync_engine", None) or getattr(bind, "sync_connection", None) or bind
        if hasattr(bind, "connect") and not hasattr(bind, "in_transaction"):
            self._open, self._joined = bind.connect(), False
            self._transaction = self._open.begin()
        else:
            self._open, self._joined = bind, True
            ask = getattr(bind, "in_transaction", None)
            if ask is None or not ask():
                begin = getattr(bind, "begin", None)
                self._transaction = begin() if begin is not None and ask is not None else None
            elif self._join_mode == "create_savepoint" or (
                    self._join_mode == "conditional_savepoint" and bind.in_nested_transaction()):
                self._transaction = bind.begin_nested()
        return self._open

    def _end(self, commit):
        connection, transaction = self._open, self._transaction
        self._open = self._transaction = None
        if commit:
            if transaction is not None:
                transaction.commit()
            self._linked.clear()
            if self.expire_on_commit:
                self.expire_all()
        else:
            if transaction is not None:
                transaction.rollback()
            elif connection is not None and self._joined and self._join_mode != "control_fully":
                current = getattr(connection, "get_transaction", None)
                current = current() if current is not None else None
                if current is not None:
                    current.rollback()
            self._forget_changes()
        if connection is not None and not self._joined:
            connection.close()

    def _forget_changes(self):
        for instance in list(self._new.values()):
            state_of(instance).session = None
        self._new.clear()
        for instance in list(self._deleted.values()):
            state_of(instance).is_deleted = False
        self._deleted.clear()
        self._linked.clear()
        for key, instance in list(self.identity_map.items()):
            state = state_of(instance)
            if getattr(state, "made_in", None) is self:
                del self.identity_map[key]
                state.key = state.session = state.made_in = None
            else:
                state.expire()

    def begin(self, nested=False):
        if nested:
            return self.begin_nested()
        return SessionTransaction(self)

    def begin_nested(self):
        self.flush()
        return SessionTransaction(self, self.connection().begin_nested())

    def in_transaction(self):
        return self._open is not None

    def in_nested_transaction(self):
        return self._open is not None and self._open.in_nested_transaction()

    def get_transaction(self):
        return SessionTransaction(self) if self._open is not None else None

    is_active = True

    def commit(self):
        self.flush()
        if self._open is not None:
            self._end(True)
        elif self.expire_on_commit:
            self.expire_all()

    def rollback(self):
        self._end(False)

    def close(self):
        self.expunge_all()
        if self._open is not None:
            connection, transaction = self._open, self._transaction
            self._open = self._transaction = None
            if transaction is not None and getattr(transaction, "is_active", True):
                transaction.rollback()
            if not self._joined:
                connection.close()

    reset = close
    invalidate = close

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.close()

    # --- running statements

    def execute(self, statement, params=None, *, execution_options=None, bind_arguments=None, **legacy):
        if isinstance(statement, str):
            from sqlalchemy.exc import ArgumentError

            raise ArgumentError(f"Textual SQL expression {statement!r} should be explicitly declared as "
                                f"text({statement!r})")
        self._autoflush()
        entities = loading.entities_of(statement)
        if entities is not None and loading.restrict(entities, getattr(statement, "_with_options", ())):
            statement = statement.with_only_columns(*[column for entity in entities for column in entity.columns],
                                                    maintain_column_froms=True)
        result = self._run(statement, params, execution_options)
        if entities is None:
            if not getattr(statement, "is_select", False) and hasattr(statement, "table"):
                self._expire_class_of(statement.table)
            return result
        return loading.read(self, entities, result.all())

    def _run(self, statement, params=None, options=None):
        connection = self.connection()
        if options:
            return connection.execute(statement, params, execution_options=options)
        return connection.execute(statement) if params is None else connection.execute(statement, params)

    def _run_after_flush(self, statement):
        self._autoflush()
        return self._run(statement)

    def scalar(self, statement, params=None, **keywords):
        return self.execute(statement, params, **keywords).scalar()

    def scalars(self, statement, params=None, **keywords):
        return self.execute(statement, params, **keywords).scalars()

    def query(self, *entities, **keywords):
        if self._query_class is not None:
            return self._query_class(entities, self)
        from sqlalchemy.orm.query import Query

        return Query(entities, self)

    def _autoflush(self):
        if self.autoflush and not self._flushing:
            self.flush()

    @property
    def no_autoflush(self):
        return _NoAutoflush(self)

    # --- objects

    def _object_for(self, mapper, keys, values, overwrite=False):
        by_key = dict(zip(keys, values))
        identity = tuple(by_key.get(mapper.get_property_by_column(c).key) for c in mapper.primary_key)
        if all(v is None for v in identity):
            return None
        kind = mapper
        if mapper.polymorphic_on is not None:
            told = by_key.get(mapper.get_property_by_column(mapper.polymorphic_on).key)
            kind = mapper.polymorphic_map.get(told, mapper) if told is not None else mapper
        key = (mapper.base_mapper.class_, identity, None)
        instance = self.identity_map.get(key)
        if instance is None:
            instance = kind.class_.__new__(kind.class_)
            state = instance.__dict__["_sa_instance_state"] = InstanceState(instance, kind)
            state.key, state.session = key, self
            self.identity_map[key] = instance
            loading.populate(instance, [k for k in keys if k in kind._props],
                             [v for k, v in zip(keys, values) if k in kind._props], True)
            for hook in kind.reconstructors:
                hook(instance)
        else:
            state = state_of(instance)
            loading.populate(instance, [k for k in keys if k in state.mapper._props],
                             [v for k, v in zip(keys, values) if k in state.mapper._props], overwrite)
        return instance

    def get(self, entity, ident, *, options=None, populate_existing=False, with_for_update=None, identity_token=None,
            execution_options=None, bind_arguments=None):
        mapper = getattr(entity, "__mapper__", entity)
        columns = mapper.primary_key
        if isinstance(ident, dict):
            ident = tuple(ident[mapper.get_property_by_column(c).key] for c in columns)
        ident = tuple(ident) if isinstance(ident, (tuple, list)) else (ident,)
        if len(ident) != len(columns):
            raise InvalidRequestError(
                f"Incorrect number of values in identifier to formulate primary key for session.get(); primary key "
                f"columns are {', '.join(repr(str(c)) for c in columns)}")
        known = self.identity_map.get((mapper.base_mapper.class_, ident, None))
        if known is not None and not populate_existing and not state_of(known).expired and with_for_update is None:
            return known if isinstance(known, mapper.class_) and not state_of(known).is_deleted else None
        query = self.query(mapper.class_).filter(*[c == v for c, v in zip(columns, ident)])
        if populate_existing:
            query = query.populate_existing()
        if with_for_update:
            query = query.with_for_update()
        return query.one_or_none()

    def get_one(self, entity, ident, **keywords):
        found = self.get(entity, ident, **keywords)
        if found is None:
            from sqlalchemy.exc import NoResultFound

            raise NoResultFound("No row was found when one was required")
        return found

    def _refresh(self, instance, names):
        state = state_of(instance)
        mapper = state.mapper
        from sqlalchemy import select
        from sqlalchemy.orm.properties import ColumnProperty

        keys = [k for k, p in mapper._props.items() if isinstance(p, ColumnProperty) and
                (names is None and not p.deferred or names is not None and k in names)]
        columns = [mapper._props[k].columns[0] for k in keys]
        if not columns:
            return
        statement = select(*columns)
        if len(mapper.tables) > 1:
            statement = statement.select_from(mapper.selectable)
        statement = statement.where(*[c == v for c, v in zip(mapper.primary_key, state.key[1])])
        row = self._run(statement).first()
        if row is None:
            from sqlalchemy.orm.exc import ObjectDeletedError

            raise ObjectDeletedError(state)
        was_expired = state.expired
        loading.populate(instance, keys, tuple(row), True)
        state.expired = was_expired and names is not None

    def refresh(self, instance, attribute_names=None, with_for_update=None):
        self._autoflush()
        state = state_of(instance)
        if state.session is not self or state.key is None:
            raise InvalidRequestError(f"Instance '{state}' is not persistent within this Session")
        state.expire(attribute_names)
        columns = None
        if attribute_names is not None:
            from sqlalchemy.orm.properties import ColumnProperty

            columns = [n for n in attribute_names if isinstance(state.mapper._props.get(n), ColumnProperty)]
        self._refresh(instance, columns)

    def expire(self, instance, attribute_names=None):
        state_of(instance).expire(attribute_names)

    def expire_all(self):
        for instance in list(self.identity_map.values()):
            state_of(instance).expire()

    def _expire_class_of(self, table):
        for instance in self.identity_map.values():
            if any(t is table for t in type(instance).__mapper__.tables):
                state = state_of(instance)
                if not state.modified:
                    state.expire()

    def add(self, instance, _warn=True):
        state = state_of(instance)
        if state.session is not None and state.session is not self:
            raise InvalidRequestError(f"Object '{state}' is already attached to session '{id(state.session)}' (this is "
                                      f"'{id(self)}')")
        if state.session is self and (id(instance) in self._new or state.key is not None):
            self._deleted.pop(id(instance), None)
            state.is_deleted = False
            return
        state.session = self
        if state.key is not None:
            self.identity_map[state.key] = instance
        else:
            self._new[id(instance)] = instance
        self._cascade(instance)

    def add_all(self, instances):
        for instance in instances:
            self.add(instance)

    def _cascade(self, instance):
        mapper = type(instance).__mapper__
        for key, value in list(instance.__dict__.items()):
            prop = mapper._props.get(key)
            if hasattr(prop, "cascade") and "save-update" in prop.cascade and value is not None:
                for other in members_of(value) if prop.is_list else [value]:
                    if other is not None and state_of(other).session is not self:
                        self.add(other)
        for members in instance.__dict__.get("_sa_dynamic", {}).values():
            self.add_all(members)

    def delete(self, instance):
        state = state_of(instance)
        if state.key is None:
            raise InvalidRequestError(f"Instance '{state}' is not persisted")
        if id(instance) in self._deleted:
            return
        state.session = self
        self.identity_map[state.key] = instance
        self._deleted[id(instance)] = instance
        for prop in state.mapper.relationships:
            if prop.viewonly:
                continue
            if "delete" in prop.cascade and prop.passive_deletes != "all":
                if prop.passive_deletes and prop.key not in instance.__dict__:
                    continue
                found = self._everything_related(instance, prop)
                for other in found:
                    self.delete(other)

    def delete_all(self, instances):
        for instance in instances:
            self.delete(instance)

    def _everything_related(self, instance, prop):
        found = instance.__dict__.get(prop.key)
        if found is None:
            found = load_related(instance, prop)
            if prop.lazy in ("dynamic", "write_only"):
                found = found.all()
        if not prop.is_list:
            return [] if found is None else [found]
        return members_of(found)

    def merge(self, instance, *, load=True, options=None):
        mapper = type(instance).__mapper__
        identity = tuple(mapper.primary_key_from_instance(instance))
        target = None
        if all(v is not None for v in identity):
            target = self.get(mapper.class_, identity)
        if target is None:
            target = mapper.class_.__new__(mapper.class_)
            state_of(target)
            self.add(target)
        for key, value in list(instance.__dict__.items()):
            prop = mapper._props.get(key)
            if prop is None or instance is target:
                continue
            if hasattr(prop, "cascade"):
                if "merge" not in prop.cascade:
                    continue
                if prop.is_list:
                    value = [self.merge(v) for v in members_of(value)]
                elif value is not None:
                    value = self.merge(value)
            setattr(target, key, value)
        return target

    def expunge(self, instance):
        state = state_of(instance)
        self._new.pop(id(instance), None)
        self._deleted.pop(id(instance), None)
        if state.key is not None:
            self.identity_map.pop(state.key, None)
        state.session = None

    def expunge_all(self):
        for instance in [*self._new.values(), *self.identity_map.values()]:
            state_of(instance).session = None
        self._new.clear()
        self._deleted.clear()
        self.identity_map.clear()

    @property
    def new(self):
        return list(self._new.values())

    @property
    def deleted(self):
        return list(self._deleted.values())

    @property
    def dirty(self):
        return [o for o in self.identity_map.values() if state_of(o).modified and id(o) not in self._deleted]

    def is_modified(self, instance, include_collections=True):
        return bool(state_of(instance).changed())

    def __contains__(self, instance):
        state = state_of(instance)
        return state.session is self and not state.is_deleted

    def __iter__(self):
        return iter([*self._new.values(), *self.identity_map.values()])

    # --- unit of work

    def flush(self, objects=None):
        if self._flushing:
            return
        from sqlalchemy.orm.unitofwork import flush

        self._flushing = True
        try:
            flush(self)
        finally:
            self._flushing = False

    def bulk_save_objects(self, objects, return_defaults=False, update_changed_only=True, preserve_order=True):
        from sqlalchemy.orm import unitofwork

        unitofwork.bulk_save(self, objects, return_defaults)

    def bulk_insert_mappings(self, mapper, mappings, return_defaults=False, render_nulls=False):
        from sqlalchemy.orm import unitofwork

        unitofwork.bulk_insert(self, getattr(mapper, "__mapper__", mapper), mappings)

    def bulk_update_mappings(self, mapper, mappings):
        from sqlalchemy.orm import unitofwork

        unitofwork.bulk_update(self, getattr(mapper, "__mapper__", mapper), mappings)

    @classmethod
    def object_session(cls, instance):
        return object_session(instance)

    @classmethod
    def identity_key(cls, *args, **keywords):
        from sqlalchemy.orm.util import identity_key

        return identity_key(*args, **keywords)


def object_session(instance):
    return state_of(instance).session


def close_all_sessions():
    for session in _sessions:
        session.close()
    _sessions.clear()


def make_transient(instance):
    state = state_of(instance)
    if state.session is not None:
        state.session.expunge(instance)
    state.key = None
    state.expired = state.is_deleted = False
    state.before.clear()


def make_transient_to_detached(instance):
    state = state_of(instance)
    state.key = state.mapper.identity_key_from_instance(instance)
    state.before.clear()


class sessionmaker:
    def __init__(self, bind=None, *, class_=Session, autoflush=True, expire_on_commit=True, info=None, **keywords):
        self.class_ = class_
        self.kw = {"bind": bind, "autoflush": autoflush, "expire_on_commit": expire_on_commit, **keywords}
        if info is not None:
            self.kw["info"] = info

    def __call__(self, **keywords):
        return self.class_(**{**self.kw, **keywords})

    def configure(self, **keywords):
        self.kw.update(keywords)

    def begin(self):
        return _Begin(self())

    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def object_session(cls, instance):
        return object_session(instance)

    def __repr__(self):
        inside = ", ".join(f"{k}={v!r}" for k, v in self.kw.items())
        return f"sessionmaker(class_={self.class_.__name__!r}, {inside})"


class _Begin:
    def __init__(self, session):
        self.session = session

    def __enter__(self):
        return self.session

    def __exit__(self, kind, value, trace):
        try:
            self.session.commit() if kind is None else self.session.rollback()
        finally:
            self.session.close()


def create_session(bind=None, **keywords):
    return Session(bind, **keywords)


class scoped_session:
    """One session for everybody: there are no threads."""

    def __init__(self, session_factory, scopefunc=None):
        self.session_factory, self._session = session_factory, None
        self.registry = self

    def __call__(self, **keywords):
        if self._session is None:
            self._session = self.session_factory(**keywords)
        elif keywords:
            raise InvalidRequestError("Scoped session is already present; no new arguments may be specified.")
        return self._session

    def has(self):
        return self._session is not None

    def remove(self):
        if self._session is not None:
            self._session.close()
        self._session = None

    def configure(self, **keywords):
        self.session_factory.configure(**keywords)

    def query_property(self, query_cls=None):
        return QueryPropertyDescriptor(self, query_cls)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self(), name)

    def __contains__(self, instance):
        return instance in self()

    def __iter__(self):
        return iter(self())

    def __enter__(self):
        return self().__enter__()

    def __exit__(self, *error):
        return self().__exit__(*error)

    def __class_getitem__(cls, item):
        return cls


class QueryPropertyDescriptor:
    def __init__(self, scoped, query_cls=None):
        self.scoped, self.query_cls = scoped, query_cls

    def __get__(self, instance, owner):
        if not hasattr(owner, "__mapper__"):
            return None
        session = self.scoped()
        return self.query_cls([owner], session) if self.query_cls is not None else session.query(owner)
