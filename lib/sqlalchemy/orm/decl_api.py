"""registry, DeclarativeBase, declarative_base, declared_attr, MappedAsDataclass."""

from sqlalchemy import MetaData

from sqlalchemy.orm import _annotation
from sqlalchemy.orm.base import NO_ARG, Mapped
from sqlalchemy.orm.decl_base import (ClassScan, add_attribute, declarative_constructor, is_mapped_here,
                                      mapped_parent)

registries = []
_declarative_constructor = declarative_constructor


# --- declared_attr ---------------------------------------------------------------------------------------------


class declared_attr:
    """A method of a mixin that makes a column, relationship or option for each class mapped."""

    is_cascading = False

    def __init__(self, fn, cascading=False, quiet=False):
        fn = getattr(fn, "__func__", fn)
        fn = getattr(fn, "fget", fn)
        self.fget, self.is_cascading = fn, cascading
        self.__doc__ = getattr(fn, "__doc__", None)
        self.__name__ = getattr(fn, "__name__", None)

    @property
    def return_annotation(self):
        return getattr(self.fget, "__annotations__", {}).get("return")

    def __get__(self, instance, owner):
        made = owner.__dict__.get("_sa_declared")
        if made is None:
            return self.fget(owner)
        if self not in made:
            made[self] = self.fget(owner)
        return made[self]

    def __class_getitem__(cls, item):
        return cls


class _DeclaredDirective(declared_attr):
    pass


class _Stateful:
    def __init__(self, kind, **options):
        self._kind, self._options = kind, options

    def __call__(self, fn):
        return self._kind(fn, **self._options)

    @property
    def directive(self):
        return self

    @property
    def cascading(self):
        return _Stateful(self._kind, **{**self._options, "cascading": True})


declared_attr.directive = _DeclaredDirective
declared_attr.cascading = _Stateful(declared_attr, cascading=True)
_DeclaredDirective.cascading = _Stateful(_DeclaredDirective, cascading=True)


def declarative_mixin(cls):
    return cls


def has_inherited_table(cls):
    return any(getattr(base, "__table__", None) is not None for base in cls.__mro__[1:])


def synonym_for(name, map_column=False):
    def wrap(fn):
        from sqlalchemy.orm.properties import Synonym

        return Synonym(name, map_column=map_column, descriptor=fn)

    return wrap


# --- registry --------------------------------------------------------------------------------------------------


class registry:
    def __init__(self, *, metadata=None, class_registry=None, type_annotation_map=None,
                 constructor=declarative_constructor):
        self.metadata = metadata if metadata is not None else MetaData()
        self._class_registry = class_registry if class_registry is not None else {}
        self._classes, self._mappers, self._backrefs = {}, [], []
        self.constructor = constructor
        self.type_annotation_map = {}
        if type_annotation_map is not None:
            self.update_type_annotation_map(type_annotation_map)
        registries.append(self)

    def update_type_annotation_map(self, types):
        self.type_annotation_map.update({_annotation.without_none(k): v for k, v in types.items()})

    @property
    def mappers(self):
        return frozenset(self._mappers)

    def _mapped(self, mapper):
        self._mappers.append(mapper)

    def _add_class(self, cls):
        self._classes.setdefault(cls.__name__, []).append(cls)

    # --- names inside relationship("...")

    def _find_class(self, text, prop):
        text = text.strip()
        found = self._named(text)
        if found is None:
            found = self._evaluate(text, prop)
        return getattr(found, "class_", found)

    def _named(self, text):
        last = text.rpartition(".")[2]
        choices = self._classes.get(last, ())
        if "." in text:
            path = text.rpartition(".")[0]
            choices = [c for c in choices if f".{c.__module__}".endswith("." + path)]
        return choices[-1] if choices else self._class_registry.get(text)

    def _evaluate(self, text, prop):
        import sqlalchemy

        names = {n: getattr(sqlalchemy, n) for n in ("and_", "or_", "not_", "func", "desc", "asc", "text", "cast",
                                                      "case", "select", "literal")}
        from sqlalchemy.orm.relationships import foreign, remote

        names["foreign"], names["remote"] = foreign, remote
        for table in self.metadata.tables.values():
            names.setdefault(table.name, table)
        for name, classes in self._classes.items():
            names[name] = classes[-1]
        try:
            return eval(text, names)
        except NameError as e:
            from sqlalchemy.exc import InvalidRequestError

            raise InvalidRequestError(
                f"When initializing mapper {prop.parent}, expression {text!r} failed to locate a name "
                f"({str(e).partition('name ')[2].partition(' is')[0] or text!r}). If this is a class name, consider "
                f"adding this relationship() to the {prop.parent.class_!r} class after both dependent classes have "
                "been defined.") from None

    # --- mapping

    def mapped(self, cls):
        if not cls.__dict__.get("__abstract__", False):
            ClassScan(self, cls)
        return cls

    def mapped_as_dataclass(self, cls=None, /, **options):
        def decorate(target):
            options.pop("dataclass_callable", None)
            type.__setattr__(target, "_sa_apply_dc_transforms", _given(options))
            ClassScan(self, target)
            return target

        return decorate(cls) if cls is not None else decorate

    def as_declarative_base(self, **options):
        def decorate(cls):
            return self.generate_base(cls=cls, name=cls.__name__, **options)

        return decorate

    def generate_base(self, mapper=None, cls=object, name="Base", metaclass=None):
        bases = cls if isinstance(cls, tuple) else (cls,)
        members = {"registry": self, "metadata": self.metadata, "__abstract__": True}
        if isinstance(cls, type) and cls.__doc__:
            members["__doc__"] = cls.__doc__
        if mapper is not None:
            members["__mapper_cls__"] = mapper
        if self.constructor is not None and all(b.__init__ is object.__init__ for b in bases):
            members["__init__"] = self.constructor
        members["__module__"] = __name__
        return (metaclass or DeclarativeMeta)(name, bases, members)

    def map_declaratively(self, cls):
        ClassScan(self, cls)
        return cls.__mapper__

    def map_imperatively(self, class_, local_table=None, **arguments):
        from sqlalchemy.orm.mapper import Mapper

        inherits = arguments.pop("inherits", None)
        inherits = getattr(inherits, "class_", inherits) or mapped_parent(class_)
        parent = inherits.__mapper__ if inherits is not None else None
        mapper = Mapper(class_, local_table, self, inherits=parent, **arguments)
        if local_table is not None:
            type.__setattr__(class_, "__table__", local_table)
        self._class_registry[class_.__name__] = class_
        self._add_class(class_)
        if "__init__" not in class_.__dict__ and class_.__init__ is object.__init__ and self.constructor is not None:
            type.__setattr__(class_, "__init__", self.constructor)
        return mapper

    def configure(self, cascade=False):
        """Makes the attributes that backref= asked for."""
        while self._backrefs:
            prop = self._backrefs.pop(0)
            from sqlalchemy.orm.relationships import MANYTOONE, Relationship

            name, options = prop.backref if isinstance(prop.backref, tuple) else (prop.backref, {})
            prop.back_populates = name
            target = prop.mapper
            if name in target._props:
                continue
            options = dict(options)
            for side in ("foreign_keys", "primaryjoin"):
                if side in prop.arguments:
                    options.setdefault(side, prop.arguments[side])
            if prop.secondary_argument is not None:
                options.setdefault("primaryjoin", prop.arguments.get("secondaryjoin"))
                options.setdefault("secondaryjoin", prop.arguments.get("primaryjoin"))
            elif prop.mapper is prop.parent and prop.direction is not MANYTOONE:
                options.setdefault("remote_side", [local for local, _ in prop.joined[1]])
            target.add_property(name, Relationship(prop.parent.class_, prop.secondary_argument,
                                                   back_populates=prop.key, **options))

    def dispose(self, cascade=False):
        self._classes.clear()
        self._class_registry.clear()


# --- declarative bases -------------------------------------------------------------------------------------------


def _set_attribute(cls, name, value):
    if "__mapper__" in cls.__dict__ and not name.startswith("__"):
        add_attribute(cls, name, value)
    else:
        type.__setattr__(cls, name, value)


def _clause_element(cls):
    """The class in select(), insert(), join(): its table, or the join of its tables."""
    mapper = getattr(cls, "__mapper__", None)
    if mapper is None:
        from sqlalchemy.orm.exc import UnmappedClassError

        raise UnmappedClassError(cls)
    if mapper.single and mapper.polymorphic_on is not None:
        from sqlalchemy.exc import InvalidRequestError

        raise InvalidRequestError(f"{cls.__name__} shares its table with {mapper.inherits.class_.__name__}: retort cannot "
                                  f"select() it; use session.query({cls.__name__})")
    return mapper.selectable


class DeclarativeAttributeIntercept(type):
    __setattr__ = _set_attribute
    __clause_element__ = _clause_element


class DeclarativeMeta(type):
    """The metaclass of declarative_base()."""

    def __init__(cls, name, bases, members, **keywords):
        used = getattr(cls, "registry", None) or getattr(cls, "_sa_registry", None)
        if not isinstance(used, registry):
            used = registry()
            type.__setattr__(cls, "registry", used)
        if not cls.__dict__.get("__abstract__", False) and "_sa_registry" not in cls.__dict__:
            ClassScan(used, cls)
        type.__init__(cls, name, bases, members)

    __setattr__ = _set_attribute
    __clause_element__ = _clause_element


def _is_base(cls, *roots):
    return any(root in cls.__bases__ for root in roots)


def _set_up_base(cls):
    members = cls.__dict__
    if "metadata" in members:
        metadata = members["metadata"]
    else:
        metadata = getattr(cls, "metadata", None)
    given = members.get("registry") or getattr(cls, "registry", None)
    types = getattr(cls, "type_annotation_map", None)
    from sqlalchemy.exc import InvalidRequestError

    if given is not None and not isinstance(given, registry):
        raise InvalidRequestError("Declarative base class has a 'registry' attribute that is not an instance of "
                                  "sqlalchemy.orm.registry()")
    if metadata is not None and not isinstance(metadata, MetaData):
        raise InvalidRequestError("Declarative base class has a 'metadata' attribute that is not an instance of "
                                  "sqlalchemy.MetaData()")
    if given is not None:
        if types is not None:
            raise InvalidRequestError(
                "Declarative base class has both a 'registry' attribute and a type_annotation_map entry.  Per-base "
                "type_annotation_maps are not supported.  Please apply the type_annotation_map to this registry "
                "directly.")
        if metadata is not None and given.metadata is not metadata:
            raise InvalidRequestError("Declarative base class has both a 'registry' attribute and a 'metadata' "
                                      "attribute; apply the metadata to the registry directly.")
        made = given
    else:
        made = registry(metadata=metadata, type_annotation_map=types)
    type.__setattr__(cls, "registry", made)
    type.__setattr__(cls, "_sa_registry", made)
    if "metadata" not in members:
        type.__setattr__(cls, "metadata", made.metadata)
    if cls.__init__ is object.__init__:
        type.__setattr__(cls, "__init__", made.constructor)


def _subclass_made(cls, *roots):
    if _is_base(cls, *roots):
        _set_up_base(cls)
    elif not cls.__dict__.get("__abstract__", False):
        ClassScan(cls._sa_registry, cls)


class DeclarativeBase(metaclass=DeclarativeAttributeIntercept):
    def __init_subclass__(cls, **keywords):
        _subclass_made(cls, DeclarativeBase)
        super().__init_subclass__(**keywords)


class DeclarativeBaseNoMeta:
    def __init_subclass__(cls, **keywords):
        _subclass_made(cls, DeclarativeBaseNoMeta)
        super().__init_subclass__(**keywords)


class MappedAsDataclass(metaclass=DeclarativeAttributeIntercept):
    """A base or mixin that makes mapped classes dataclasses."""

    def __init_subclass__(cls, init=NO_ARG, repr=NO_ARG, eq=NO_ARG, order=NO_ARG, unsafe_hash=NO_ARG,
                          match_args=NO_ARG, kw_only=NO_ARG, dataclass_callable=NO_ARG, **keywords):
        options = _given({"init": init, "repr": repr, "eq": eq, "order": order, "unsafe_hash": unsafe_hash,
                          "match_args": match_args, "kw_only": kw_only})
        options = {**(getattr(cls, "_sa_apply_dc_transforms", None) or {}), **options}
        type.__setattr__(cls, "_sa_apply_dc_transforms", options)
        super().__init_subclass__(**keywords)
        if not is_mapped_here(cls):
            from sqlalchemy.orm._dataclass import make_plain_dataclass

            make_plain_dataclass(cls, options)


def _given(options):
    return {k: v for k, v in options.items() if v is not NO_ARG}


def declarative_base(*, metadata=None, mapper=None, cls=object, name="Base", class_registry=None,
                     type_annotation_map=None, constructor=declarative_constructor, metaclass=DeclarativeMeta):
    return registry(metadata=metadata, class_registry=class_registry, constructor=constructor,
                    type_annotation_map=type_annotation_map).generate_base(mapper=mapper, cls=cls, name=name,
                                                                           metaclass=metaclass)


def as_declarative(**options):
    metadata, registered = options.pop("metadata", None), options.pop("class_registry", None)
    return registry(metadata=metadata, class_registry=registered).as_declarative_base(**options)


def mapped_as_dataclass(used, /, **options):
    return used.mapped_as_dataclass(**options)


def unmapped_dataclass(cls=None, /, **options):
    from dataclasses import dataclass

    return dataclass(**options)(cls) if cls is not None else dataclass(**options)


def add_mapped_attribute(target, key, attr):
    add_attribute(target, key, attr)
