"""InstanceState: what happened to one object since it was made or loaded; loading of related objects."""

from sqlalchemy.orm.base import MANYTOMANY, MANYTOONE, NO_VALUE, InspectionAttr, Parametrised
from sqlalchemy.orm.properties import ColumnProperty


def state_of(instance):
    state = instance.__dict__.get("_sa_instance_state")
    if state is None:
        mapper = getattr(type(instance), "__mapper__", None)
        if mapper is None:
            from sqlalchemy.orm.exc import UnmappedInstanceError

            raise UnmappedInstanceError(instance)
        state = instance.__dict__["_sa_instance_state"] = InstanceState(instance, mapper)
    return state


class InstanceState(InspectionAttr, Parametrised):
    is_instance = True

    def __init__(self, instance, mapper):
        self._instance, self.mapper, self.class_ = instance, mapper, mapper.class_
        self.session = self.key = None
        self.before = {}       # attribute -> value it had in the database
        self.collections = {}  # relationship -> its members when it was loaded
        self.expired = False
        self.modified = self.is_deleted = self._was_deleted = False

    # --- where it stands

    @property
    def object(self):
        return self._instance

    obj = lambda self: self._instance  # noqa: E731

    @property
    def manager(self):
        return self.mapper

    @property
    def dict(self):
        return self._instance.__dict__

    @property
    def transient(self):
        return self.key is None and self.session is None

    @property
    def pending(self):
        return self.key is None and self.session is not None

    @property
    def persistent(self):
        return self.key is not None and self.session is not None and not self.is_deleted

    @property
    def detached(self):
        return self.key is not None and self.session is None

    deleted = was_deleted = property(lambda self: self.is_deleted)
    has_identity = property(lambda self: self.key is not None)
    identity_key = property(lambda self: self.key)
    identity = property(lambda self: self.key and self.key[1])

    @property
    def unloaded(self):
        return {k for k in self.mapper._props if k not in self._instance.__dict__}

    @property
    def attrs(self):
        from sqlalchemy.orm.mapper import _Collection

        return _Collection({k: AttributeState(self, k) for k in self.mapper._props})

    # --- changes

    def write(self, instance, key, value):
        checked = self.mapper.validators.get(key)
        if checked is not None:
            value = checked[0](instance, key, value)
        values = instance.__dict__
        if self.key is not None and key not in self.before:
            old = values.get(key, NO_VALUE)
            if self.expired and old is NO_VALUE and self.session is not None:
                old = self.load(instance, key)
            self.before[key] = old
        values[key] = value
        self.modified = True

    def mark(self, instance, key):
        self.before.setdefault(key, NO_VALUE)
        self.modified = True

    def changed(self):
        """Names of the column attributes that have another value than the row."""
        values = self._instance.__dict__
        return [k for k, old in self.before.items()
                if k in values and (old is NO_VALUE or values[k] is not old and _differs(values[k], old))]

    def settle(self):
        """The row is as the object now."""
        self.before.clear()
        self.modified = False

    def history(self, instance, key):
        now = instance.__dict__.get(key, NO_VALUE)
        if key not in self.before:
            return History((), () if now is NO_VALUE else (now,), ())
        old = self.before[key]
        if old is not NO_VALUE and not _differs(now, old):
            return History((), (now,), ())
        return History((now,), (), () if old is NO_VALUE else (old,))

    # --- loading

    def load(self, instance, key):
        """A column attribute that has no value yet: None for new objects, read from the row for loaded ones."""
        if self.key is None or not isinstance(self.mapper._props.get(key), ColumnProperty):
            return None
        if self.session is None:
            from sqlalchemy.orm.exc import DetachedInstanceError

            raise DetachedInstanceError(
                f"Instance {self} is not bound to a Session; attribute refresh operation cannot proceed")
        self.session._refresh(instance, None if self.expired else [key])
        return instance.__dict__.get(key)

    def expire(self, names=None):
        values = self._instance.__dict__
        for key in list(values):
            if key in self.mapper._props and (names is None or key in names):
                del values[key]
                self.before.pop(key, None)
                self.collections.pop(key, None)
        if names is None:
            self.expired, self.modified = True, False
            self.before.clear()

    def __str__(self):
        return f"<{self.class_.__name__} at {id(self._instance):#x}>"


def _differs(a, b):
    try:
        return bool(a != b)
    except TypeError:
        return True


class History:
    def __init__(self, added, unchanged, deleted):
        self.added, self.unchanged, self.deleted = list(added), list(unchanged), list(deleted)

    def __iter__(self):
        return iter((self.added, self.unchanged, self.deleted))

    def __getitem__(self, i):
        return (self.added, self.unchanged, self.deleted)[i]

    def has_changes(self):
        return bool(self.added or self.deleted)

    def __bool__(self):
        return bool(self.added or self.unchanged or self.deleted)


class AttributeState:
    def __init__(self, state, key):
        self.state, self.key = state, key

    @property
    def value(self):
        return getattr(self.state.object, self.key)

    @property
    def loaded_value(self):
        return self.state.dict.get(self.key, NO_VALUE)

    @property
    def history(self):
        return self.state.history(self.state.object, self.key)

    def load_history(self):
        return self.history


# --- relationships ----------------------------------------------------------------------------------------------


def new_collection(prop, members=()):
    made = prop.collection_class
    if made is None:
        return list(members)
    collection = made()
    for member in members:
        add_to(collection, member)
    return collection


def add_to(collection, member):
    if hasattr(collection, "append"):
        collection.append(member)
    elif hasattr(collection, "add"):
        collection.add(member)
    else:
        collection.set(member)


def members_of(collection):
    if collection is None:
        return []
    return list(collection.values()) if hasattr(collection, "values") else list(collection)


def load_related(instance, prop):
    """user.posts, post.user when they are first asked for."""
    state = state_of(instance)
    values = instance.__dict__
    if prop.lazy in ("dynamic", "write_only"):
        from sqlalchemy.orm.dynamic import DynamicCollection

        return DynamicCollection(instance, prop)
    if state.key is None:
        if prop.is_list:
            values[prop.key] = made = new_collection(prop)
            return made
        return None
    if state.session is None:
        from sqlalchemy.orm.exc import DetachedInstanceError

        raise DetachedInstanceError(f"Parent instance {state} is not bound to a Session; lazy load operation of "
                                    f"attribute '{prop.key}' cannot proceed")
    if prop.lazy in ("raise", "raise_on_sql"):
        from sqlalchemy.exc import InvalidRequestError

        raise InvalidRequestError(f"'{prop}' is not available due to lazy='{prop.lazy}'")
    found = _related(instance, prop, state)
    if prop.is_list:
        state.collections[prop.key] = list(found)
        found = new_collection(prop, found)
    else:
        found = found[0] if found else None
    values[prop.key] = found
    return found


def _related(instance, prop, state):
    direction, pairs, _ = prop.joined
    mapper = state.mapper
    wanted = [getattr(instance, mapper.get_property_by_column(local).key) for local, _ in pairs]
    if any(v is None for v in wanted):
        return []
    session, target = state.session, prop.mapper
    if direction is MANYTOONE:
        by_column = {remote: v for (_, remote), v in zip(pairs, wanted)}
        if len(by_column) == len(target.primary_key) and all(c in by_column for c in target.primary_key):
            found = session.get(prop.target_class, tuple(by_column[c] for c in target.primary_key))
            return [] if found is None else [found]
    return related_query(session, prop, wanted).all()


def related_query(session, prop, wanted):
    direction, pairs, second = prop.joined
    query = session.query(prop.target_class)
    if direction is MANYTOMANY:
        query = query._from_also(prop.secondary).filter(*[a == b for a, b in second])
    query = query.filter(*[remote == v for (_, remote), v in zip(pairs, wanted)])
    order = prop.arguments.get("order_by")
    if order is not None and order is not False:
        if isinstance(order, str):
            order = prop.parent.registry._evaluate(order, prop)
        elif not hasattr(order, "__clause_element__") and callable(order) and not hasattr(order, "compare"):
            order = order()
        query = query.order_by(*(order if isinstance(order, (list, tuple)) else [order]))
    return query


def set_related(instance, prop, value):
    state = state_of(instance)
    checked = state.mapper.validators.get(prop.key)
    old = instance.__dict__.get(prop.key)
    if prop.is_list:
        if checked is not None:
            value = [checked[0](instance, prop.key, v) for v in members_of(value)]
        if state.key is not None and prop.key not in state.collections:
            state.collections[prop.key] = members_of(load_related(instance, prop))
        made = prop.collection_class
        if made is not None and not (isinstance(made, type) and isinstance(value, made)):
            value = new_collection(prop, members_of(value))
    elif checked is not None:
        value = checked[0](instance, prop.key, value)
    instance.__dict__[prop.key] = value
    state.before.setdefault(prop.key, old)
    state.modified = True
    if not prop.is_list:
        _tell_other_side(instance, prop, old, value)
    if state.session is not None:
        for other in members_of(value) if prop.is_list else [value]:
            if other is not None and "save-update" in prop.cascade:
                state.session.add(other)


def _tell_other_side(instance, prop, old, value):
    """post.user = user: user.posts, if it is loaded, has the post."""
    if not prop.back_populates:
        return
    for other, add in ((old, False), (value, True)):
        if other is None:
            continue
        back = type(other).__mapper__._props.get(prop.back_populates)
        if back is None:
            continue
        if not back.is_list:
            other.__dict__[back.key] = instance if add else None
            continue
        known = other.__dict__.get(back.key)
        if known is None and add and state_of(other).key is None:
            known = other.__dict__[back.key] = new_collection(back)
        if known is None:
            continue
        present = any(m is instance for m in members_of(known))
        if add and not present:
            add_to(known, instance)
        elif not add and present:
            known.remove(instance)
