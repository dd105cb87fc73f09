"""What may stand in a mapped class: mapped_column, column_property, synonym, composite, deferred ..."""

from sqlalchemy import Column

from sqlalchemy.orm import _annotation
from sqlalchemy.orm.base import (NO_ARG, MapperProperty, Operators, SQLORMExpression, dataclass_arguments,
                                 plain_element)


def _copy_item(item):
    """A ForeignKey, CheckConstraint ... for another column."""
    copy = getattr(item, "_copy", None)
    if copy is not None:
        return copy()
    from sqlalchemy import ForeignKey

    if isinstance(item, ForeignKey):
        names = ("use_alter", "name", "onupdate", "ondelete", "deferrable", "initially", "link_to_name", "match",
                 "comment", "info")
        given = {n: getattr(item, n) for n in names if getattr(item, n, None)}
        return ForeignKey(item._colspec, **given)
    return item


class MappedColumn(Operators, SQLORMExpression):
    """A column to be: its Column is made when first asked for, so that Annotated[...] may add to it before."""

    def __class_getitem__(cls, item):
        from sqlalchemy.orm.base import Mapped

        return Mapped[item]

    def __init__(self, *args, **keywords):
        take = keywords.pop
        self._use_existing_column = take("use_existing_column", False)
        self._dataclass = take("_dataclass", {})
        insert_default = take("insert_default", NO_ARG)
        if insert_default is not NO_ARG:
            keywords["default"] = insert_default
        elif "default" in self._dataclass:
            keywords["default"] = self._dataclass["default"]
        self._has_insert_default = insert_default is not NO_ARG
        self.deferred = take("deferred", NO_ARG)
        self.deferred_group = take("deferred_group", None)
        self.deferred_raiseload = take("deferred_raiseload", None)
        self.active_history = take("active_history", False)
        self._sort_order = take("sort_order", NO_ARG)
        self._args, self._keywords = args, keywords
        self._has_nullable = keywords.get("nullable") in (True, False)
        self._column = None
        self._place = Column()  # knows the line of the script
        if any(getattr(a, "__module__", "") and hasattr(a, "_set_parent_with_dispatch") for a in args):
            self.column

    @property
    def column(self):
        if self._column is None:
            self._column = Column(*self._args, **self._keywords)
            self._column._take_place(self._place)
        return self._column

    @column.setter
    def column(self, column):
        self._column = column

    @property
    def foreign_keys(self):
        return self.column.foreign_keys

    @property
    def name(self):
        return self.column.name

    @property
    def key(self):
        return self.column.key

    def __clause_element__(self):
        return self.column

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.column, name)

    def _copy(self):
        new = MappedColumn.__new__(MappedColumn)
        new.__dict__.update(self.__dict__)
        new._column = self.column._copy()
        return new

    def _set_type(self, sql_type):
        column = self.column
        setter = getattr(column, "_set_type", None)
        if setter is not None:
            setter(sql_type)
        else:
            column.type = sql_type

    def _take_annotated(self, template):
        """Annotated[int, mapped_column(...)]: what it says holds unless said here."""
        for name in ("deferred", "_sort_order"):
            if getattr(self, name) is NO_ARG:
                setattr(self, name, getattr(template, name))
        for name in ("deferred_group", "deferred_raiseload"):
            if getattr(self, name) is None:
                setattr(self, name, getattr(template, name))
        self._use_existing_column |= template._use_existing_column
        self.active_history |= template.active_history
        given = {k: v for k, v in template._keywords.items() if k not in ("name", "key", "_sort_order")}
        items = [a for a in template._args if not isinstance(a, str) and a is not None]
        if template._keywords.get("nullable") is None:
            given.pop("nullable", None)
        if "default" in given and "default" in self._keywords and not self._has_insert_default:
            del self._keywords["default"]
        if self._column is not None:
            if "default" in given and not self._has_insert_default:
                self._column.default = None
            self._merge_into_column(template.column)
        else:
            self._merge_arguments(items, given)
        if not self._has_nullable and template._has_nullable:
            self.column.nullable = template.column.nullable

    def _merge_arguments(self, items, given):
        own = list(self._args)
        names = [own.pop(0)] if own and (isinstance(own[0], str) or own[0] is None) else []
        from sqlalchemy.types import TypeEngine

        def is_type(a):
            return isinstance(a, TypeEngine) or (isinstance(a, type) and issubclass(a, TypeEngine))

        if "type_" in given and any(is_type(a) for a in own[:1]):
            del given["type_"]
        has_type = "type_" in self._keywords or any(is_type(a) for a in own[:1])
        types = [a for a in items[:1] if is_type(a)]
        items = [_copy_item(a) for a in items[len(types):]]
        if types and not has_type:
            own.insert(0, types[0].copy() if isinstance(types[0], TypeEngine) and hasattr(types[0], "enums")
                       and hasattr(types[0], "copy") else types[0])
        if any(k in given for k in ("server_default", "server_onupdate")):
            given = dict(given)
            for k in ("server_default", "server_onupdate"):
                if hasattr(given.get(k), "_copy"):
                    given[k] = given[k]._copy()
        self._args = (*names, *own, *items)
        merged = {**given, **{k: v for k, v in self._keywords.items() if v is not None or k not in given}}
        if given.get("primary_key"):
            merged["primary_key"] = True
        merged.pop("nullable", None)
        if self._has_nullable:
            merged["nullable"] = self._keywords["nullable"]
        self._keywords = merged

    def _merge_into_column(self, source):
        """The column is referred to already, so it has to be changed where it is."""
        merge = getattr(source, "_merge", None)
        if merge is not None:
            merge(self._column)
            return
        column = self._column
        if source.primary_key:
            column.primary_key = True
        if is_null_type(column.type) and not is_null_type(source.type):
            self._set_type(source.type)
        for name in ("default", "onupdate", "server_default", "index", "unique", "doc", "comment"):
            value = getattr(source, name)
            if value is not None and getattr(column, name) is None:
                setattr(column, name, value)
        if source.foreign_keys:
            from sqlalchemy.exc import InvalidRequestError

            raise InvalidRequestError("a foreign key inside Annotated[] cannot be added to a column that the class "
                                      "body refers to by its name; write it in mapped_column()")

    def _use_existing(self, scan, key):
        """mapped_column(use_existing_column=True): the column of that name in the parent's table."""
        if self._use_existing_column and scan.inherits is not None and scan.single:
            table = scan.inherits.__mapper__.local_table
            name = self.column.name if self.column.name is not None else key
            known = table.c.get(name)
            if known is not None:
                self._column = known
                return True
        return False

    def settle(self, scan, key, annotation, module):
        """Name, type and nullability, once the attribute's name and annotation are known. annotation: the inside of
        Mapped[...] or None."""
        cls, types = scan.cls, scan.registry.type_annotation_map
        if annotation is None:
            self._use_existing(scan, key)
            self._name_column(key)
            if is_null_type(self.column.type) and not self.column.foreign_keys:
                _raise_for_required(cls, key)
            return
        explicit = self._has_explicit_type()
        if isinstance(annotation, str) or type(annotation).__name__ == "ForwardRef":
            if explicit and isinstance(annotation, str) and "Annotated" not in annotation:
                annotation = _resolved_if_possible(annotation, cls, module)
            else:
                annotation = _annotation.resolved(annotation, cls, module)
        nullable = _annotation.includes_none(annotation)
        argument, python_type, alias = annotation, None, None
        if not isinstance(annotation, str):
            python_type = _annotation.without_none(annotation)
            if _annotation.is_alias(python_type):
                alias = python_type
                python_type = _annotation.without_none(alias.__value__)
        tried = [alias] if alias is not None else []
        if python_type is not None and _annotation.is_annotated(python_type):
            tried.append(python_type)
            template = next((m for m in python_type.__metadata__ if isinstance(m, MappedColumn)), None)
            inner = python_type.__origin__
            if nullable:
                inner = _annotation.without_none(inner)
            fallback_for = python_type
            tried.append(_annotation.resolved(inner, cls, module))
            if template is not None:
                self._take_annotated(template)
                if not self._has_nullable and template._has_nullable:
                    nullable = template.column.nullable
        else:
            fallback_for = python_type
            tried.append(python_type)
        self._use_existing(scan, key)
        self._name_column(key)
        column = self.column
        if not self._has_nullable:
            column.nullable = nullable
        if is_null_type(column.type) and not column.foreign_keys:
            for t in tried:
                found = _annotation.sql_type_for(types, t, t is fallback_for)
                if found is not None:
                    self._set_type(found)
                    return
            _annotation.raise_no_type(key, tried, argument)

    def _has_explicit_type(self):
        if self._column is not None:
            return not is_null_type(self._column.type) or bool(self._column.foreign_keys)
        return bool(self._args) or "type_" in self._keywords

    def _name_column(self, key):
        name_column(self.column, key)


def _resolved_if_possible(text, cls, module):
    """The type is given: only whether None is allowed matters, and that the text tells."""
    try:
        return _annotation.resolved(text, cls, module)
    except (NameError, AttributeError, TypeError):
        return text


def is_null_type(sql_type):
    return type(sql_type).__name__ == "NullType"


def name_column(column, key):
    if column.key is None:
        column.key = key
    if column.name is None:
        column.name = key


def _raise_for_required(cls, key):
    from sqlalchemy.exc import ArgumentError

    raise ArgumentError(
        f"Python typing annotation is required for attribute \"{cls.__name__}.{key}\" when primary argument(s) for "
        '"MappedColumn" construct are None or not present')


def mapped_column(*args, nullable=NO_ARG, primary_key=False, deferred=NO_ARG, deferred_group=None,
                  deferred_raiseload=None, use_existing_column=False, name=None, type_=None, autoincrement="auto",
                  doc=None, key=None, index=None, unique=None, info=None, onupdate=None, insert_default=NO_ARG,
                  server_default=None, server_onupdate=None, active_history=False, quote=None, system=False,
                  comment=None, sort_order=NO_ARG, init=NO_ARG, repr=NO_ARG, default=NO_ARG, default_factory=NO_ARG,
                  compare=NO_ARG, kw_only=NO_ARG, hash=NO_ARG, dataclass_metadata=NO_ARG, **options):
    keywords = {k: v for k, v in (
        ("name", name), ("type_", type_), ("doc", doc), ("key", key), ("index", index), ("unique", unique),
        ("info", info), ("onupdate", onupdate), ("server_default", server_default),
        ("server_onupdate", server_onupdate), ("quote", quote), ("comment", comment)) if v is not None}
    if nullable is not NO_ARG and nullable is not None:
        keywords["nullable"] = nullable
    if primary_key:
        keywords["primary_key"] = True
    if autoincrement != "auto":
        keywords["autoincrement"] = autoincrement
    if system:
        keywords["system"] = True
    return MappedColumn(
        *args, **keywords, **options, insert_default=insert_default, use_existing_column=use_existing_column,
        deferred=deferred, deferred_group=deferred_group, deferred_raiseload=deferred_raiseload,
        active_history=active_history, sort_order=sort_order,
        _dataclass=dataclass_arguments(init=init, repr=repr, default=default, default_factory=default_factory,
                                       compare=compare, kw_only=kw_only, hash=hash, metadata=dataclass_metadata))


def orm_insert_sentinel(name=None, type_=None, *, default=None, omit_from_statements=True):
    from sqlalchemy import Integer

    return mapped_column(name, type_ or Integer(), insert_default=default)


class ColumnProperty(MapperProperty, Operators):
    """One or more columns, or an SQL expression, under a name."""

    strategy_wildcard_key = "column"

    def __init__(self, *columns, deferred=False, group=None, raiseload=False, doc=None, info=None, expire_on_flush=True,
                 comparator_factory=None, active_history=False, **more):
        self.columns = [c.column if isinstance(c, MappedColumn) else _element(c) for c in columns]
        self.deferred, self.group, self.raiseload = deferred, group, raiseload
        self.doc, self._user_info = doc, info
        self.active_history, self.comparator_factory = active_history, comparator_factory
        self._dataclass = more.pop("_dataclass", {})

    @property
    def expression(self):
        return self.columns[0]

    @property
    def is_expression(self):
        return not isinstance(self.columns[0], Column)

    def __clause_element__(self):
        return self.columns[0]

    def _copy(self):
        new = type(self).__new__(type(self))
        new.__dict__.update(self.__dict__)
        new.columns = list(self.columns)
        return new


MappedSQLExpression = ColumnProperty


def _element(c):
    c = plain_element(c)
    scalar = getattr(c, "scalar_subquery", None)
    return scalar() if scalar is not None else c


def column_property(column, *additional, group=None, deferred=False, raiseload=False, comparator_factory=None,
                    init=NO_ARG, repr=NO_ARG, default=NO_ARG, default_factory=NO_ARG, compare=NO_ARG, kw_only=NO_ARG,
                    hash=NO_ARG, active_history=False, expire_on_flush=True, info=None, doc=None,
                    dataclass_metadata=NO_ARG):
    given = dataclass_arguments(init=init, repr=repr, default=default, default_factory=default_factory,
                                compare=compare, kw_only=kw_only, hash=hash, metadata=dataclass_metadata)
    return ColumnProperty(column, *additional, group=group, deferred=deferred, raiseload=raiseload, info=info, doc=doc,
                          comparator_factory=comparator_factory, active_history=active_history,
                          _dataclass={"init": False, **given})


def deferred(column, *additional, group=None, raiseload=False, comparator_factory=None, init=NO_ARG, repr=NO_ARG,
             default=NO_ARG, default_factory=NO_ARG, compare=NO_ARG, kw_only=NO_ARG, hash=NO_ARG,
             active_history=False, expire_on_flush=True, info=None, doc=None, dataclass_metadata=NO_ARG):
    return ColumnProperty(column, *additional, deferred=True, group=group, raiseload=raiseload, info=info, doc=doc,
                          comparator_factory=comparator_factory, active_history=active_history,
                          _dataclass=dataclass_arguments(
                              init=init, repr=repr, default=default, default_factory=default_factory,
                              compare=compare, kw_only=kw_only, hash=hash, metadata=dataclass_metadata))


def query_expression(default_expr=None, **keywords):
    from sqlalchemy import null

    return ColumnProperty(null() if default_expr is None else default_expr, _dataclass=dataclass_arguments(**{
        k: v for k, v in keywords.items() if k in ("repr", "compare", "init")}))


class Synonym(MapperProperty, Operators):
    def __init__(self, name, map_column=None, descriptor=None, comparator_factory=None, doc=None, info=None,
                 _dataclass=None):
        self.name, self.map_column, self.descriptor = name, map_column, descriptor
        self.comparator_factory, self.doc, self._user_info = comparator_factory, doc, info
        self._dataclass = _dataclass or {}

    @property
    def _target(self):
        return getattr(self.parent.class_, self.name)

    @property
    def columns(self):
        return self.parent.get_property(self.name).columns

    def __clause_element__(self):
        return self._target.__clause_element__()

    def read(self, instance):
        if self.descriptor is not None:
            return self.descriptor.__get__(instance, type(instance))
        return getattr(instance, self.name)

    def write(self, instance, value):
        if self.descriptor is not None:
            self.descriptor.__set__(instance, value)
        else:
            setattr(instance, self.name, value)


SynonymProperty = Synonym


def synonym(name, *, map_column=None, descriptor=None, comparator_factory=None, init=NO_ARG, repr=NO_ARG,
            default=NO_ARG, default_factory=NO_ARG, compare=NO_ARG, kw_only=NO_ARG, hash=NO_ARG, info=None, doc=None,
            dataclass_metadata=NO_ARG):
    return Synonym(name, map_column, descriptor, comparator_factory, doc, info, dataclass_arguments(
        init=init, repr=repr, default=default, default_factory=default_factory, compare=compare, kw_only=kw_only,
        hash=hash, metadata=dataclass_metadata))


class Composite(MapperProperty):
    """Several columns seen as one object: composite(Point, mapped_column("x"), mapped_column("y"))."""

    def __init__(self, factory=None, *attrs, active_history=False, deferred=False, group=None, comparator_factory=None,
                 info=None, doc=None, **keywords):
        if factory is not None and not callable(factory):
            attrs, factory = (factory, *attrs), None
        self.factory, self.attrs = factory, attrs
        self.group, self.deferred, self.doc, self._user_info = group, deferred, doc, info
        self._dataclass = dataclass_arguments(**{k: v for k, v in keywords.items() if k != "dataclass_metadata"})
        self.names = None

    def settle(self, scan, key, annotation, module):
        if self.factory is None and annotation is not None:
            found = _annotation.without_none(_annotation.resolved(annotation, scan.cls, module))
            self.factory = found
        parameters = self._parameters()
        if not hasattr(self.factory, "__dataclass_fields__") and self.attrs:
            parameters = [(name, None) for name, _ in parameters]
        attrs = list(self.attrs) or [MappedColumn() for _ in parameters]
        for attr, (name, kind) in zip(attrs, parameters):
            if isinstance(attr, MappedColumn):
                attr.settle(scan, name, kind, self.factory.__module__)
            elif isinstance(attr, Column):
                name_column(attr, name)
                if is_null_type(attr.type) and kind is not None:
                    attr.type = _annotation.sql_type_for(scan.registry.type_annotation_map, kind)
        self.attrs = tuple(attrs)

    def _parameters(self):
        """(name, annotation) of what the factory takes."""
        fields = getattr(self.factory, "__dataclass_fields__", None)
        if fields is not None:
            return [(f.name, f.type) for f in fields.values() if f.init]
        init = self.factory.__init__ if isinstance(self.factory, type) else self.factory
        code, notes = init.__code__, getattr(init, "__annotations__", {})
        names = list(code.co_varnames[:code.co_argcount])
        if isinstance(self.factory, type):
            names = names[1:]
        return [(n, notes.get(n)) for n in names]

    @property
    def columns(self):
        return [a.column if isinstance(a, MappedColumn) else a for a in self.attrs if not isinstance(a, str)]

    def _set_up(self, mapper, key):
        super()._set_up(mapper, key)
        self.names = []
        for attr in self.attrs:
            column = attr.column if isinstance(attr, MappedColumn) else attr
            self.names.append(attr if isinstance(attr, str) else mapper.get_property_by_column(column).key)

    def read(self, instance):
        values = [getattr(instance, name) for name in self.names]
        known = instance.__dict__.get(self.key)
        if known is not None and known[0] == values:
            return known[1]
        if all(v is None for v in values):
            return None
        made = self.factory(*values)
        instance.__dict__[self.key] = (values, made)
        return made

    def write(self, instance, value):
        instance.__dict__.pop(self.key, None)
        parts = (None,) * len(self.names)
        if value is not None:
            compose = getattr(value, "__composite_values__", None)
            if compose is not None:
                parts = compose()
            else:
                parts = [getattr(value, name) for name, _ in self._parameters()]
        for name, part in zip(self.names, parts):
            setattr(instance, name, part)

    def __clause_element__(self):
        from sqlalchemy import tuple_

        return tuple_(*self.columns)


CompositeProperty = Composite


def composite(factory=None, *attrs, **keywords):
    return Composite(factory, *attrs, **keywords)
