"""The scan of a declarative class: what is a column, where it comes from (class, mixin, annotation), in which order;
then its Table and Mapper."""

from sqlalchemy import Column, Table

from sqlalchemy.orm import _annotation
from sqlalchemy.orm.base import NO_ARG, Mapped, MapperProperty, Parametrised
from sqlalchemy.orm.mapper import Mapper
from sqlalchemy.orm.properties import Composite, MappedColumn, name_column
from sqlalchemy.orm.relationships import Relationship

MISSING = object()
_SPECIAL = ("__table__", "__mapper_args__", "__tablename__", "__table_args__")


class MappedClassProtocol(Parametrised):
    pass


def is_mapped_here(cls):
    return "__mapper__" in cls.__dict__


def mapped_parent(cls):
    """The nearest mapped class that cls derives from, through mixins and abstract classes, or None."""
    return next((base for base in cls.__mro__[1:] if is_mapped_here(base)), None)


def _annotations(cls):
    return cls.__dict__.get("__annotations__") or {}


def _ordered_names(cls):
    """Names of a class body: those of __dict__ and those that are only annotated, each where it was written as far as
    the common names tell."""
    names, notes = list(cls.__dict__), list(_annotations(cls))
    common = set(names) & set(notes)
    found, here, other = [], iter(names), iter(notes)
    while True:
        for name in here:
            if name in common:
                common.discard(name)
                here, other = other, here
                break
            found.append(name)
        else:
            found += other
            break
    return [n for n in found if n in _SPECIAL or not n.startswith(("__", "_sa_"))]


class ClassScan:
    def __init__(self, registry, cls, table=None, mapper_arguments=None):
        from sqlalchemy.orm.decl_api import declared_attr

        self.declared_attr = declared_attr
        self.registry, self.cls, self.given_table = registry, cls, table
        self.members = dict(cls.__dict__)
        self.found, self.annotations, self.copies = {}, {}, {}
        self.dataclass_options = getattr(cls, "_sa_apply_dc_transforms", None)
        self.unmapped_allowed = getattr(cls, "__allow_unmapped__", False) or self.dataclass_options is not None
        fields = cls.__dict__.get("__dataclass_fields__")
        self.fields_before = fields if fields is not None and self.dataclass_options is None else None
        if self.fields_before is not None:
            self.unmapped_allowed = True
        self.table_args = self.tablename = self.mapper_args = self.table_function = None
        inherits = (mapper_arguments or {}).get("inherits")
        self.inherits = getattr(inherits, "class_", inherits) or mapped_parent(cls)
        self.single = False
        type.__setattr__(cls, "_sa_declared", {})
        self.scan()
        if self.dataclass_options is not None:
            from sqlalchemy.orm._dataclass import make_dataclass

            make_dataclass(self)
        registry._class_registry[cls.__name__] = cls
        registry._add_class(cls)
        if "__table__" not in self.members and self.tablename is None and table is None and not self.table_function:
            self.single = True
        self.settle()
        self.make_table()
        self.note_unavailable()
        self.map(dict(mapper_arguments or {}))
        if "_sa_declared" in cls.__dict__:
            type.__delattr__(cls, "_sa_declared")

    # --- collecting

    def scan(self):
        cls, inherited_args = self.cls, False
        fixed = "__table__" in self.members
        bases = []
        for base in cls.__mro__[:-1]:
            mapped = base is not cls and is_mapped_here(base)
            names = _ordered_names(base)
            own = {} if mapped or base is cls else self.copy_columns(base, names, fixed)
            bases.append((base, mapped, names, own))
        for base, mapped, names, own in bases:
            self.found.update(own)
            notes = _annotations(base)
            for name in names:
                value = base.__dict__.get(name)
                if name in _SPECIAL:
                    inherited_args |= self.take_special(name, value, base, mapped)
                elif mapped:
                    continue
                elif base is cls:
                    self.take_own(name, value, notes.get(name), fixed)
                else:
                    self.take_mixed_in(name, value, notes.get(name), base)
        if inherited_args and not self.tablename:
            self.table_args = None

    def take_special(self, name, value, base, mapped):
        """True when __table_args__ came from a mixin."""
        cls = self.cls
        if mapped and not isinstance(value, self.declared_attr):
            return False
        if name == "__mapper_args__" and self.mapper_args is None:
            self.mapper_args = lambda: dict(cls.__mapper_args__ or {})
        elif name == "__tablename__" and not self.tablename:
            self.tablename = cls.__tablename__
        elif name == "__table__" and isinstance(value, self.declared_attr) and not self.table_function:
            self.table_function = lambda: cls.__table__
        elif name == "__table_args__" and not self.table_args:
            self.table_args = cls.__table_args__
            if not isinstance(self.table_args, (tuple, dict, type(None))):
                from sqlalchemy.exc import ArgumentError

                raise ArgumentError("__table_args__ value must be a tuple, dict, or None")
            return base is not cls
        return False

    def is_overridden(self, name, value):
        return getattr(self.cls, name, value) is not value

    def is_mapped_annotation(self, annotation, base):
        if annotation is None:
            return False
        return _annotation.split(annotation, self.cls, base.__module__, "")[0] is not None

    def copy_columns(self, base, names, fixed):
        """Columns of mixins and abstract bases, copied for this class."""
        notes, own, cls = _annotations(base), {}, self.cls
        for name in names:
            value, note = base.__dict__.get(name), notes.get(name)
            if value is None and note is not None and not fixed and name not in _SPECIAL:
                if not self.is_mapped_annotation(note, base) or self.is_overridden(name, None):
                    continue
                made = self.take_annotation(name, note, base, True, None)
                if made is None:
                    made = MappedColumn()
                own[name] = made
                type.__setattr__(cls, name, made)
            elif isinstance(value, (Column, MappedColumn)):
                if self.is_overridden(name, value):
                    continue
                self.take_annotation(name, note, base, True, value)
                table = self.members.get("__table__")
                if name not in self.members and not (table is not None and (value.name or name) in table.c):
                    copy = value._copy()
                    self.copies[value] = copy
                    if isinstance(value, MappedColumn):
                        self.copies[value.column] = copy.column
                    own[name] = copy
                    type.__setattr__(cls, name, copy)
        return own

    def take_annotation(self, name, note, base, expect_mapped, value):
        """Remembers what the annotation says; the value that it brings with it (Annotated[..., mapped_column()])."""
        if name in self.annotations:
            return None
        if note is None:
            return None
        if _annotation.is_class_variable(note):
            return None
        container, inner = _annotation.split(note, self.cls, base.__module__, name)
        if container is None:
            if expect_mapped is None:
                expect_mapped = not self.unmapped_allowed and (
                    value is None or isinstance(value, (MapperProperty, MappedColumn)))
            if expect_mapped and not self.unmapped_allowed and self._refuses(note, base, value):
                raise _annotation.unmapped_error(self.cls, name)
        self.annotations[name] = (container, inner, base.__module__, base)
        if value is None and container is not None:
            return self._brought_along(inner, base)
        return None

    def _refuses(self, note, base, value):
        if isinstance(note, str):
            try:
                note = _annotation.evaluate(note, self.cls, base.__module__)
            except (NameError, AttributeError, TypeError, SyntaxError):
                return value is not None
        origin = getattr(note, "__origin__", None)
        return not (isinstance(origin, type) and issubclass(origin, Mapped) or
                    getattr(origin, "__name__", "") == "AssociationProxy")

    def _brought_along(self, inner, base):
        """Mapped[Annotated[X, relationship()]] and the like: what to map instead of a plain column."""
        if isinstance(inner, str) and "Annotated" not in inner and "[" in inner:
            return None
        if isinstance(inner, str):
            return None
        for part in getattr(inner, "__metadata__", ()) or ():
            if isinstance(part, Relationship):
                return Relationship()
        return None

    def take_own(self, name, value, note, fixed):
        made = self.take_annotation(name, note, self.cls, None, value)
        is_mapped = name in self.annotations and self.annotations[name][0] is not None and note is not None
        if self.fields_before is not None and name in self.fields_before:
            key = getattr(self.cls, "__sa_dataclass_metadata_key__", None)
            metadata = self.fields_before[name].metadata
            if key is not None and key in metadata:
                value = metadata[key]
                self.found[name] = value() if callable(value) and not isinstance(
                    value, (MapperProperty, MappedColumn, Column)) else value
            return
        if value is None and name not in self.members and not fixed and is_mapped:
            self.found[name] = made if made is not None else MappedColumn()
        elif value is None and name in self.members and is_mapped and not fixed:
            self.found[name] = MappedColumn()
        elif name in self.members:
            self.found[name] = value

    def take_mixed_in(self, name, value, note, base):
        if isinstance(value, (Column, MappedColumn)):
            return
        if isinstance(value, MapperProperty):
            from sqlalchemy.exc import InvalidRequestError

            raise InvalidRequestError(
                "Mapper properties (i.e. deferred,column_property(), relationship(), etc.) must be declared as "
                "@declared_attr callables on declarative mixin classes.  For dataclass field() objects, use a lambda:")
        if not isinstance(value, self.declared_attr):
            return
        if value.is_cascading:
            if name in self.members:
                _warn(f"Attribute '{name}' on class {self.cls} cannot be processed due to @declared_attr.cascading; "
                      "skipping")
            result = value.__get__(None, self.cls)
            type.__setattr__(self.cls, name, result)
        else:
            result = getattr(self.cls, name)
        self.found[name] = self.copies[value] = result
        if isinstance(result, (Column, MapperProperty)) and result.doc is None and value.__doc__:
            result.doc = value.__doc__
        self.take_annotation(name, value.return_annotation, base, True, result)

    # --- settling what was collected

    def settle(self):
        cls, found = self.cls, self.found
        late = False
        self.properties, self.columns, self.order = {}, [], {}
        for name, value in list(found.items()):
            if isinstance(value, self.declared_attr):
                value = getattr(cls, name)
            elif isinstance(value, Mapped) and hasattr(value, "prop") and value.class_ is not cls and value.key != name:
                from sqlalchemy.orm.properties import Synonym

                value = Synonym(value.key)
            if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], (Column, MappedColumn,
                                                                                      MapperProperty)):
                _warn(f"Ignoring declarative-like tuple value of attribute '{name}': possibly a copy-and-paste error "
                      "with a comma accidentally placed at the end of the line?")
                continue
            if not isinstance(value, (Column, MappedColumn, MapperProperty)):
                del found[name]
                if isinstance(self.members.get(name), self.declared_attr) or name not in self.members and not late:
                    if not isinstance(value, Mapped) or not hasattr(value, "prop"):
                        type.__setattr__(cls, name, value)
                continue
            if name == "metadata":
                from sqlalchemy.exc import InvalidRequestError

                raise InvalidRequestError("Attribute name 'metadata' is reserved when using the Declarative API.")
            self.settle_one(name, value)

    def settle_one(self, name, value):
        container, inner, module = self.annotations.get(name, (None, None, None, None))[:3]
        if isinstance(value, Column):
            name_column(value, name)
            self.add_column(value, 0)
            if name != value.key:
                self.properties[name] = value
            return
        if container is None and inner is not None and not self.unmapped_allowed:
            inner = None  # an annotation without Mapped[] says nothing
        if value is not None and getattr(value, "_dataclass", None) and self.dataclass_options is None:
            self.refuse_dataclass_arguments(name, value)
        if isinstance(value, MappedColumn):
            try:
                value.settle(self, name, inner if container is not None else None, module)
            except NameError as e:
                from sqlalchemy.orm.exc import MappedAnnotationError

                raise MappedAnnotationError(
                    f'Could not resolve all types within mapped annotation: "{_annotations(self.cls).get(name)}".  '
                    "Ensure all types are written correctly and are imported within the module in use.") from e
            order = value._sort_order
            self.add_column(value.column, 0 if order is NO_ARG else order)
            wanted = value.deferred
            if wanted is NO_ARG:
                wanted = bool(value.deferred_group or value.deferred_raiseload)
            if wanted:
                from sqlalchemy.orm.properties import ColumnProperty

                self.properties[name] = ColumnProperty(value.column, deferred=True, group=value.deferred_group,
                                                       raiseload=value.deferred_raiseload)
            elif name != value.column.key:
                self.properties[name] = value.column
        elif isinstance(value, Composite):
            value.settle(self, name, inner if container is not None else None, module)
            for attr in value.attrs:
                if isinstance(attr, MappedColumn):
                    order = attr._sort_order
                    self.add_column(attr.column, 0 if order is NO_ARG else order)
                elif isinstance(attr, Column) and attr.table is None:
                    self.add_column(attr, 0)
            self.properties[name] = value
        else:
            if isinstance(value, Relationship):
                value.settle(self, name, inner, module, container)
            for column in getattr(value, "columns", ()) if not isinstance(value, Relationship) and \
                    type(value).__name__ == "ColumnProperty" else ():
                if isinstance(column, Column) and column.table is None:
                    name_column(column, name)
                    self.add_column(column, 0)
            self.properties[name] = value

    def refuse_dataclass_arguments(self, name, value):
        plain = ("init", "default_factory", "repr") if isinstance(value, MappedColumn) else (
            "init", "default_factory", "repr", "default")
        bad = [a for a in plain if a in value._dataclass]
        if type(value).__name__ == "ColumnProperty" and value._dataclass == {"init": False}:
            return
        if bad:
            from sqlalchemy.exc import ArgumentError

            raise ArgumentError(f"Attribute '{name}' on class {self.cls} includes dataclasses argument(s): "
                                f"{', '.join(sorted(repr(a) for a in bad))} but class does not specify SQLAlchemy "
                                "native dataclass configuration.")

    def add_column(self, column, order):
        if not any(column is c for c in self.columns):
            self.columns.append(column)
        self.order[column] = order

    # --- the table

    def make_table(self):
        cls = self.cls
        table = self.given_table
        if table is None and self.table_function is not None:
            table = self.table_function()
            type.__setattr__(cls, "__table__", table)
        if table is None and "__table__" in self.members:
            table = cls.__table__
        if table is not None:
            for column in self.columns:
                if not any(column is c for c in table.c):
                    from sqlalchemy.exc import ArgumentError

                    raise ArgumentError(f"Can't add additional column {column.key!r} when specifying __table__")
        elif self.tablename is not None:
            table = self.new_table()
            type.__setattr__(cls, "__table__", table)
        self.table = table
        self.inherit_columns()

    def new_table(self):
        cls, args, keywords = self.cls, (), {}
        if isinstance(self.table_args, dict):
            keywords = dict(self.table_args)
        elif self.table_args:
            args = self.table_args
            if isinstance(args[-1], dict):
                args, keywords = args[:-1], dict(args[-1])
        if self.members.get("__autoload_with__"):
            keywords["autoload_with"] = self.members["__autoload_with__"]
        if self.members.get("__autoload__"):
            keywords["autoload"] = True
        columns = sorted(self.columns, key=lambda c: self.order.get(c, 0))
        metadata = getattr(cls, "metadata", None)
        if metadata is None:
            metadata = self.registry.metadata
        maker = getattr(cls, "__table_cls__", None) or Table
        return maker(self.tablename, metadata, *columns, *args, **keywords)

    def note_unavailable(self):
        """The table may have columns of a base that is not available."""
        base, table = getattr(self.cls, "__unavailable__", None), getattr(self.cls, "__table__", None)
        if base is not None and table is not None:
            table.__unavailable__ = base

    def inherit_columns(self):
        cls = self.cls
        if self.table is not None or "__no_table__" in cls.__dict__ and self.inherits is None:
            return
        from sqlalchemy.exc import ArgumentError, InvalidRequestError

        if self.inherits is None:
            raise InvalidRequestError(f"Class {cls!r} does not have a __table__ or __tablename__ specified and does "
                                      "not inherit from an existing table-mapped class.")
        table = self.inherits.__mapper__.local_table
        if self.table_args:
            raise ArgumentError("Can't place __table_args__ on an inherited class with no table.")
        for column in self.columns:
            known = table.c.get(column.name)
            if known is not None:
                if known is column:
                    continue
                raise ArgumentError(
                    f"Column '{column}' on class {cls.__name__} conflicts with existing column '{known}'.  If using "
                    "Declarative, consider using the use_existing_column parameter of mapped_column() to resolve "
                    "conflicts.")
            if column.primary_key:
                raise ArgumentError("Can't place primary key columns on an inherited class with no table.")
            table.append_column(column)
        type.__setattr__(cls, "_sa_own_columns", list(self.columns))

    # --- the mapper

    def map(self, given):
        arguments = self.mapper_args() if self.mapper_args is not None else {}
        arguments.update(given)
        for name in ("version_id_col", "polymorphic_on"):
            if name in arguments:
                arguments[name] = self.copied(arguments[name])
        if "primary_key" in arguments:
            keys = arguments["primary_key"]
            keys = keys if isinstance(keys, (list, tuple)) else [keys]
            arguments["primary_key"] = [self.copied(k) for k in keys]
        properties = {**self.properties, **arguments.pop("properties", {})}
        arguments.pop("inherits", None)
        parent = self.inherits.__mapper__ if self.inherits is not None else None
        maker = getattr(self.cls, "__mapper_cls__", None) or Mapper
        maker(self.cls, self.table, self.registry, inherits=parent, properties=properties, **arguments)
        if "__init__" not in self.cls.__dict__ and self.inherits is None and self.registry.constructor is not None and \
                not getattr(self.cls, "_sa_has_constructor", False) and self.dataclass_options is None and \
                self.fields_before is None and self.cls.__init__ is object.__init__:
            type.__setattr__(self.cls, "__init__", self.registry.constructor)

    def copied(self, column):
        try:
            return self.copies.get(column, column)
        except TypeError:
            return column


def _warn(text):
    import warnings

    from sqlalchemy.exc import SAWarning

    warnings.warn(text, SAWarning, stacklevel=4)


def declarative_constructor(self, **keywords):
    cls = type(self)
    for name, value in keywords.items():
        if not hasattr(cls, name):
            raise TypeError(f"{name!r} is an invalid keyword argument for {cls.__name__}")
        setattr(self, name, value)


declarative_constructor.__name__ = "__init__"


def add_attribute(cls, name, value):
    """Base.column = Column(...) after the class was mapped."""
    mapper = cls.__dict__.get("__mapper__")
    if mapper is None:
        return type.__setattr__(cls, name, value)
    if isinstance(value, MappedColumn):
        value = value.column
    if isinstance(value, Column):
        name_column(value, name)
        if value.table is None:
            mapper.local_table.append_column(value, replace_existing=True)
        mapper.add_property(name, value)
    elif isinstance(value, MapperProperty):
        mapper.add_property(name, value)
    elif isinstance(value, Mapped) and getattr(value, "key", name) != name and hasattr(value, "prop"):
        from sqlalchemy.orm.properties import Synonym

        mapper.add_property(name, Synonym(value.key))
    else:
        type.__setattr__(cls, name, value)


_add_attribute = add_attribute
