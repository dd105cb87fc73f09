"""association_proxy("user_keywords", "keyword"): an attribute of the related objects."""

from sqlalchemy.orm.base import InspectionAttr, ORMDescriptor, _MappedAlias


class AssociationProxy(InspectionAttr, ORMDescriptor):
    is_attribute = True

    def __init__(self, target_collection, attr, *, creator=None, **keywords):
        self.target_collection, self.value_attr, self.creator = target_collection, attr, creator
        self._dataclass = {k: v for k, v in keywords.items() if k in ("init", "repr", "default", "default_factory",
                                                                      "compare", "kw_only", "hash")}

    def __class_getitem__(cls, item):
        return _MappedAlias(cls, item)

    def _make(self, owner, value):
        if self.creator is not None:
            return self.creator(value)
        return getattr(owner, self.target_collection).prop.target_class(value)

    def __get__(self, instance, owner):
        if instance is None:
            return AssociationProxyInstance(self, owner)
        found = getattr(instance, self.target_collection)
        if found is None or not hasattr(found, "__iter__"):
            return None if found is None else getattr(found, self.value_attr)
        return _collection_for(found)(self, instance, found)

    def __set__(self, instance, value):
        prop = getattr(type(instance), self.target_collection).prop
        if prop.is_list:
            setattr(instance, self.target_collection, [self._make(type(instance), v) for v in value])
            return
        found = getattr(instance, self.target_collection)
        if found is None:
            setattr(instance, self.target_collection, self._make(type(instance), value))
        else:
            setattr(found, self.value_attr, value)


class AssociationProxyInstance:
    def __init__(self, proxy, owner):
        self.parent, self.owning_class = proxy, owner

    @property
    def _relation(self):
        return getattr(self.owning_class, self.parent.target_collection)

    @property
    def target_class(self):
        return self._relation.prop.target_class

    @property
    def remote_attr(self):
        return getattr(self.target_class, self.parent.value_attr)

    attr = property(lambda self: (self._relation, self.remote_attr))

    def _any(self, criterion):
        relation = self._relation
        return relation.any(criterion) if relation.prop.is_list else relation.has(criterion)

    def any(self, criterion=None, **named):
        remote = self.remote_attr
        if hasattr(remote.prop, "cascade"):
            criterion = remote.has(criterion, **named)
        return self._any(criterion)

    has = any

    def contains(self, value):
        return self._any(self.remote_attr == value)

    def __eq__(self, value):
        return self._any(self.remote_attr == value)

    def __hash__(self):
        return id(self)


def _collection_for(members):
    if hasattr(members, "keys"):
        return _AssociationDict
    return _AssociationSet if isinstance(members, (set, frozenset)) else _AssociationList


class _AssociationList:
    def __init__(self, proxy, instance, members):
        self._proxy, self._instance, self._members = proxy, instance, members

    def _values(self):
        members = self._members.values() if hasattr(self._members, "values") else self._members
        return [getattr(m, self._proxy.value_attr) for m in members]

    def append(self, value):
        from sqlalchemy.orm.state import add_to

        add_to(self._members, self._proxy._make(type(self._instance), value))

    add = append

    def extend(self, values):
        for value in values:
            self.append(value)

    def remove(self, value):
        for member in list(self._members):
            if getattr(member, self._proxy.value_attr) == value:
                self._members.remove(member)
                return
        raise ValueError(f"{value!r} not in list")

    def __iter__(self):
        return iter(self._values())

    def __len__(self):
        return len(self._members)

    def __contains__(self, value):
        return value in self._values()

    def __getitem__(self, index):
        return self._values()[index]

    def __eq__(self, other):
        return self._values() == list(other)

    def __repr__(self):
        return repr(self._values())


class _AssociationSet(_AssociationList):
    def add(self, value):
        if value not in self:
            self.append(value)

    def update(self, values):
        for value in values:
            self.add(value)

    def discard(self, value):
        if value in self:
            self.remove(value)

    def clear(self):
        for value in self._values():
            self.remove(value)

    def __eq__(self, other):
        return set(self._values()) == set(other)

    def __hash__(self):
        return id(self)

    def __repr__(self):
        return repr(set(self._values()))


class _AssociationDict(_AssociationList):
    def keys(self):
        return self._members.keys()

    def values(self):
        return self._values()

    def items(self):
        return zip(self.keys(), self.values())

    def __iter__(self):
        return iter(self.keys())

    def __contains__(self, key):
        return key in self._members

    def __getitem__(self, key):
        return getattr(self._members[key], self._proxy.value_attr)


_AssociationCollection = _AssociationSingleItem = _AssociationList
ObjectAssociationProxyInstance = ColumnAssociationProxyInstance = AssociationProxyInstance


def association_proxy(target_collection, attr, **keywords):
    return AssociationProxy(target_collection, attr, **keywords)
