"""The attributes of mapped classes: SQL expressions on the class, values on its instances."""

from sqlalchemy.orm.base import (NO_VALUE, InspectionAttr, Mapped, Operators, SQLORMExpression)  # noqa: F401


class QueryableAttribute(Operators, Mapped, SQLORMExpression, InspectionAttr):
    is_attribute = True


class InstrumentedAttribute(QueryableAttribute):
    """User.name: the column; user.name: its value, kept in the instance's __dict__."""

    def __init__(self, class_, key, prop, parent):
        self.class_, self.key, self.prop, self.parent = class_, key, prop, parent
        self.impl = self
        self.doc = self.__doc__ = prop.doc

    @property
    def comparator(self):
        return self

    @property
    def expression(self):
        return self.__clause_element__()

    @property
    def parent_entity(self):
        return self.parent

    _parententity = parent_entity

    @property
    def info(self):
        return self.prop.info

    def __clause_element__(self):
        return self.prop.columns[0]

    def adapt_to_entity(self, entity):
        return getattr(entity, self.key)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        prop = self.__dict__.get("prop")
        if prop is None:
            raise AttributeError(name)
        factory = getattr(prop, "comparator_factory", None)
        if factory is not None and hasattr(factory, name):
            return getattr(factory(prop, self.parent), name)
        try:
            return getattr(self.__clause_element__(), name)
        except AttributeError:
            raise AttributeError(f"Neither 'InstrumentedAttribute' object nor 'Comparator' object associated with "
                                 f"{self.class_.__name__}.{self.key} has an attribute {name!r}") from None

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        found = instance.__dict__.get(self.key, NO_VALUE)
        if found is NO_VALUE:
            state = instance.__dict__.get("_sa_instance_state")
            return None if state is None else state.load(instance, self.key)
        return found

    def __set__(self, instance, value):
        from sqlalchemy.orm.state import state_of

        state_of(instance).write(instance, self.key, value)

    def __delete__(self, instance):
        from sqlalchemy.orm.state import state_of

        if self.key not in instance.__dict__:
            raise AttributeError(f"{instance} object does not have a value")
        state_of(instance).write(instance, self.key, None)
        del instance.__dict__[self.key]

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} object at {id(self):#x}>"

    def __str__(self):
        return f"{self.class_.__name__}.{self.key}"

    property = property(lambda self: self.prop)


class RelationshipAttribute(InstrumentedAttribute):
    def __clause_element__(self):
        return self.prop.condition()

    @property
    def comparator(self):
        from sqlalchemy.orm.relationships import RelationshipComparator

        return RelationshipComparator(self.prop)

    def __getattr__(self, name):
        if name.startswith("__") or "prop" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.comparator, name)

    def __eq__(self, other):
        return self.comparator == other

    def __ne__(self, other):
        return self.comparator != other

    def __hash__(self):
        return id(self)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        found = instance.__dict__.get(self.key, NO_VALUE)
        if found is NO_VALUE:
            from sqlalchemy.orm.state import load_related

            return load_related(instance, self.prop)
        return found

    def __set__(self, instance, value):
        from sqlalchemy.orm.state import set_related

        set_related(instance, self.prop, value)


class DescriptorAttribute(InstrumentedAttribute):
    """Synonyms and composites: computed from other attributes."""

    def __get__(self, instance, owner=None):
        return self if instance is None else self.prop.read(instance)

    def __set__(self, instance, value):
        self.prop.write(instance, value)


class ScalarAttributeImpl:
    pass


def flag_modified(instance, key):
    from sqlalchemy.orm.state import state_of

    state_of(instance).mark(instance, key)


def flag_dirty(instance):
    from sqlalchemy.orm.state import state_of

    state_of(instance).modified = True


def set_attribute(instance, key, value, initiator=None):
    setattr(instance, key, value)


def set_committed_value(instance, key, value):
    instance.__dict__[key] = value


def get_attribute(instance, key):
    return getattr(instance, key)


def del_attribute(instance, key):
    delattr(instance, key)


def get_history(instance, key, passive=None):
    from sqlalchemy.orm.state import state_of

    return state_of(instance).history(instance, key)


def instance_state(instance):
    from sqlalchemy.orm.state import state_of

    return state_of(instance)


def instance_dict(instance):
    return instance.__dict__


class AttributeEventToken:
    pass


Event = AttributeEventToken
