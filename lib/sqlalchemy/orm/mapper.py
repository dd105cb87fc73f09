"""Mapper: what is known about a mapped class. Relationships are worked out when used, not here."""

from types import FunctionType

from sqlalchemy import Column

from sqlalchemy.orm.attributes import DescriptorAttribute, InstrumentedAttribute, RelationshipAttribute
from sqlalchemy.orm.base import InspectionAttr, Parametrised, class_mapper, object_mapper, plain_element  # noqa: F401
from sqlalchemy.orm.properties import ColumnProperty, Composite, MappedColumn, Synonym
from sqlalchemy.orm.relationships import Relationship


class _Collection:
    """Read-only names: mapper.columns, mapper.attrs."""

    def __init__(self, items):
        self._items = items

    def __getattr__(self, name):
        if name.startswith("__") or name == "_items":
            raise AttributeError(name)
        try:
            return self._items[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, key):
        return self._items[key] if isinstance(key, str) else list(self._items.values())[key]

    def __iter__(self):
        return iter(list(self._items.values()))

    def __contains__(self, key):
        return key in self._items if isinstance(key, str) else any(v is key for v in self._items.values())

    def __len__(self):
        return len(self._items)

    def get(self, key, default=None):
        return self._items.get(key, default)

    def keys(self):
        return list(self._items)

    def values(self):
        return list(self._items.values())

    def items(self):
        return list(self._items.items())


class Mapper(InspectionAttr, Parametrised):
    is_mapper = is_selectable = True
    configured = True
    # every mapped table -> the class that was mapped to it first: how a Session knows what a row becomes
    classes_by_table = {}

    def __init__(self, class_, local_table, registry, inherits=None, properties=None, polymorphic_on=None,
                 polymorphic_identity=None, concrete=False, primary_key=None, exclude_properties=None,
                 include_properties=None, version_id_col=None, eager_defaults="auto", column_prefix=None, **options):
        self.class_, self.registry, self.inherits, self.concrete = class_, registry, inherits, concrete
        self.single = inherits is not None and (local_table is None or local_table is inherits.local_table)
        self.local_table = inherits.local_table if self.single else local_table
        self.options, self.version_id_col = options, version_id_col
        self.exclude_properties = set(exclude_properties or ())
        self.include_properties, self.column_prefix = include_properties, column_prefix or ""
        self.polymorphic_identity = polymorphic_identity
        self._props, self._by_column = {}, {}
        self.validators, self.reconstructors, self._new_backrefs = {}, [], []
        if inherits is not None and not concrete:
            self.base_mapper, self.polymorphic_map = inherits.base_mapper, inherits.polymorphic_map
            self._props.update(inherits._props)
            self._by_column.update(inherits._by_column)
            self.validators.update(inherits.validators)
            self.version_id_col = version_id_col if version_id_col is not None else inherits.version_id_col
        else:
            self.base_mapper, self.polymorphic_map = self, {}
        self._given_primary_key = [plain_element(c) for c in _list(primary_key)]
        self.subclasses = []
        if inherits is not None:
            inherits.subclasses.append(self)
        self._collect_hooks()
        type.__setattr__(class_, "__mapper__", self)
        self._set_up_properties(dict(properties or {}))
        if inherits is not None and not concrete:
            self._inherit_attributes()
        self.polymorphic_on = self._find_polymorphic_on(polymorphic_on)
        if polymorphic_identity is not None:
            self.polymorphic_map[polymorphic_identity] = self
        if self.local_table is not None and not self.single:
            Mapper.classes_by_table.setdefault(self.local_table, class_)
        self.primary_key = self._find_primary_key()
        registry._mapped(self)

    # --- properties

    def _collect_hooks(self):
        members = {}
        for one in reversed(self.class_.__mro__):  # those of mixins too
            members.update(one.__dict__)
        for value in members.values():
            if not isinstance(value, FunctionType):
                continue
            for validated in getattr(value, "__sa_validators__", ()):
                self.validators[validated] = (value, getattr(value, "__sa_validation_opts__", {}))
            if getattr(value, "__sa_reconstructor__", False):
                self.reconstructors.append(value)

    def _set_up_properties(self, given):
        table = self.local_table
        explicit = {}
        for key, prop in given.items():
            if isinstance(prop, MappedColumn):
                prop = prop.column
            if isinstance(prop, (list, tuple)):
                prop = ColumnProperty(*prop)
            if isinstance(prop, ColumnProperty):
                for column in prop.columns:
                    explicit[column] = key
            elif isinstance(prop, Column):
                explicit[prop] = key
        if table is not None:
            for column in table.c:
                key = explicit.get(column) or self.column_prefix + column.key
                if column in self._by_column or self._is_left_out(column, key):
                    continue
                prop = given.get(explicit[column]) if column in explicit else None
                if isinstance(prop, ColumnProperty):
                    self._map_columns(key, prop)
                else:
                    self._map_columns(key, ColumnProperty(column))
        for key, prop in given.items():
            if key in self._props and isinstance(prop, (Column, MappedColumn)):
                continue
            if isinstance(prop, (Column, list, tuple)) or (isinstance(prop, ColumnProperty) and
                                                           self._props.get(key) is prop):
                continue
            self.add_property(key, prop)

    def _inherit_attributes(self):
        """Engineer.name is an attribute of Engineer's own."""
        for key, prop in self.inherits._props.items():
            known = getattr(self.class_, key, None)
            if key not in self.class_.__dict__ and isinstance(known, InstrumentedAttribute):
                type.__setattr__(self.class_, key, type(known)(self.class_, key, prop, self))

    def _is_left_out(self, column, key):
        if self.include_properties is not None:
            return column.key not in self.include_properties and key not in self.include_properties
        if column.key in self.exclude_properties:
            return True
        if self.single:  # columns that a sibling class added to the table
            return not any(column is c for c in self._own_columns())
        return False

    def _own_columns(self):
        return self.class_.__dict__.get("_sa_own_columns", ())

    def _map_columns(self, key, prop):
        known = self._props.get(key)
        if isinstance(known, ColumnProperty) and not self.single:
            prop.columns += [c for c in known.columns if all(c is not p for p in prop.columns)]
        for column in prop.columns:
            if isinstance(column, Column):
                self._by_column.setdefault(column, prop)
        for column in prop.columns:
            if isinstance(known, ColumnProperty) and isinstance(column, Column):
                self._by_column[column] = prop
        self.add_property(key, prop)

    def add_property(self, key, prop):
        if isinstance(prop, MappedColumn):
            prop = prop.column
        if isinstance(prop, Column):
            if prop.table is None:
                from sqlalchemy.orm.properties import name_column

                name_column(prop, key)
                self.local_table.append_column(prop)
            return self._map_columns(key, ColumnProperty(prop))
        prop._set_up(self, key)
        self._props[key] = prop
        if isinstance(prop, ColumnProperty):
            for column in prop.columns:
                if isinstance(column, Column):
                    self._by_column.setdefault(column, prop)
            attribute = InstrumentedAttribute
        elif isinstance(prop, Relationship):
            attribute = RelationshipAttribute
            if prop.backref is not None:
                self.registry._backrefs.append(prop)
        elif isinstance(prop, (Synonym, Composite)):
            attribute = DescriptorAttribute
            if isinstance(prop, Synonym) and prop.descriptor is None:
                old = self.class_.__dict__.get(key)
                if hasattr(old, "__get__") and not isinstance(old, InstrumentedAttribute):
                    prop.descriptor = old
        else:
            attribute = InstrumentedAttribute
        type.__setattr__(self.class_, key, attribute(self.class_, key, prop, self))
        for below in self.subclasses:
            if not below.concrete and key not in below._props:
                below._props[key] = prop
                below._by_column.update(self._by_column)

    # --- tables, keys, inheritance

    def _find_polymorphic_on(self, given):
        if given is None:
            return self.inherits.polymorphic_on if self.inherits is not None and not self.concrete else None
        if isinstance(given, str):
            prop = self._props.get(given)
            if prop is None:
                from sqlalchemy.exc import ArgumentError

                raise ArgumentError(f"Can't determine polymorphic_on value '{given}' - no attribute is mapped to this "
                                    "name.")
            return prop.columns[0]
        return plain_element(given)

    def _find_primary_key(self):
        if self._given_primary_key:
            return tuple(self._given_primary_key)
        if self.inherits is not None and not self.concrete:
            return self.inherits.primary_key
        columns = tuple(getattr(self.local_table, "primary_key", ()) or ())
        if not columns and self.local_table is not None and getattr(self.class_, "__unavailable__", None) is None:
            from sqlalchemy.exc import ArgumentError

            raise ArgumentError(f"Mapper {self} could not assemble any primary key columns for mapped table "
                                f"'{getattr(self.local_table, 'description', self.local_table)}'")
        return columns

    @property
    def tables(self):
        """From the base's table down to its own."""
        if self.inherits is None or self.concrete:
            return [self.local_table]
        above = self.inherits.tables
        return above if self.single else [*above, self.local_table]

    @property
    def selectable(self):
        tables = self.tables
        if len(tables) == 1:
            return tables[0]
        known = self.__dict__.get("_selectable")
        if known is None:
            known = tables[0]
            for table in tables[1:]:
                known = known.join(table)
            self._selectable = known
            Mapper.classes_by_table[known] = self.class_
        return known

    persist_selectable = mapped_table = selectable

    @property
    def mapper(self):
        return self

    entity = property(lambda self: self.class_)

    def isa(self, other):
        mapper = self
        while mapper is not None and mapper is not other:
            mapper = mapper.inherits
        return mapper is other

    @property
    def self_and_descendants(self):
        found = [self]
        for below in self.subclasses:
            found += below.self_and_descendants
        return found

    polymorphic_iterator = lambda self: iter(self.self_and_descendants)  # noqa: E731

    def single_criterion(self):
        """What tells rows of a single-table subclass from their siblings, or None."""
        if not self.single or self.polymorphic_on is None:
            return None
        names = [m.polymorphic_identity for m in self.self_and_descendants if m.polymorphic_identity is not None]
        return self.polymorphic_on.in_(names)

    # --- what scripts ask for

    @property
    def attrs(self):
        return _Collection(self._props)

    @property
    def iterate_properties(self):
        return list(self._props.values())

    def _only(self, kind):
        return _Collection({k: p for k, p in self._props.items() if isinstance(p, kind)})

    column_attrs = property(lambda self: self._only(ColumnProperty))
    relationships = property(lambda self: self._only(Relationship))
    synonyms = property(lambda self: self._only(Synonym))
    composites = property(lambda self: self._only(Composite))

    @property
    def columns(self):
        return _Collection({k: p.columns[0] for k, p in self._props.items() if isinstance(p, ColumnProperty)})

    c = columns

    @property
    def all_orm_descriptors(self):
        found = {}
        for base in reversed(self.class_.__mro__):
            for name, value in base.__dict__.items():
                if isinstance(value, InspectionAttr) and not isinstance(value, Mapper):
                    found[name] = value
        return _Collection(found)

    def has_property(self, key):
        return key in self._props

    def get_property(self, key, _configure_mappers=True):
        prop = self._props.get(key)
        if prop is None:
            from sqlalchemy.exc import InvalidRequestError

            raise InvalidRequestError(f"Mapper '{self}' has no property '{key}'.  If this property was indicated from "
                                      "other mappers or configure events, ensure registry.configure() has been "
                                      "called.")
        return prop

    def get_property_by_column(self, column):
        prop = self._by_column.get(column)
        if prop is None:
            from sqlalchemy.orm.exc import UnmappedColumnError

            raise UnmappedColumnError(f"No column {column} is configured on mapper {self}...")
        return prop

    def primary_key_from_instance(self, instance):
        return [getattr(instance, self.get_property_by_column(c).key) for c in self.primary_key]

    def identity_key_from_instance(self, instance):
        return self.base_mapper.class_, tuple(self.primary_key_from_instance(instance)), None

    def primary_mapper(self):
        return self

    @property
    def class_manager(self):
        return self

    def __clause_element__(self):
        return self.selectable

    def __repr__(self):
        return f"<Mapper at {id(self):#x}; {self.class_.__name__}>"

    def __str__(self):
        table = self.local_table
        name = getattr(table, "description", None) or getattr(table, "name", table)
        return f"Mapper[{self.class_.__name__}({name})]"


def _list(value):
    return [] if value is None else list(value) if isinstance(value, (list, tuple, set)) else [value]


def configure_mappers():
    from sqlalchemy.orm.decl_api import registries

    for one in registries:
        one.configure()


def clear_mappers():
    Mapper.classes_by_table.clear()


def reconstructor(fn):
    fn.__sa_reconstructor__ = True
    return fn


def validates(*names, include_removes=False, include_backrefs=True):
    def wrap(fn):
        fn.__sa_validators__ = names
        fn.__sa_validation_opts__ = {"include_removes": include_removes, "include_backrefs": include_backrefs}
        return fn

    return wrap
