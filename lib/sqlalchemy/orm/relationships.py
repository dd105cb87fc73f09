"""relationship(): what was said is kept, and worked out only when something asks (loading, flush, any())."""

from sqlalchemy.orm.base import (MANYTOMANY, MANYTOONE, NO_ARG, ONETOMANY, DynamicMapped, MapperProperty, Operators,
                                 WriteOnlyMapped, dataclass_arguments, plain_element)


class Relationship(MapperProperty):
    strategy_wildcard_key = "relationship"

    def __init__(self, argument=None, secondary=None, **keywords):
        self.argument, self.secondary_argument = argument, secondary
        self.arguments = keywords
        get = keywords.get
        self.uselist, self.lazy = get("uselist"), get("lazy", "select")
        self.back_populates, self.backref = get("back_populates"), get("backref")
        self.viewonly, self.passive_deletes = get("viewonly", False), get("passive_deletes", False)
        self.collection_class, self.post_update = get("collection_class"), get("post_update", False)
        self.doc, self._user_info = get("doc"), get("info")
        cascade = get("cascade")
        if cascade in (None, False):
            cascade = "" if self.viewonly else "save-update, merge"
        self.cascade = frozenset(p.strip() for p in cascade.split(",") if p.strip())
        if "all" in self.cascade:
            self.cascade |= {"save-update", "merge", "refresh-expire", "expunge", "delete"}
        self.annotation = self.annotation_module = None
        self._dataclass = keywords.pop("_dataclass", {})
        self._joined = None

    # --- what it leads to

    def settle(self, scan, key, annotation, module, container=None):
        """Takes the target and the kind of collection from Mapped[List["Child"]] without evaluating more than needed."""
        if annotation is None:
            return
        self.annotation, self.annotation_module = annotation, module
        if container is not None and issubclass(container, DynamicMapped):
            self.lazy, self.uselist = "dynamic", True
        elif container is not None and issubclass(container, WriteOnlyMapped):
            self.lazy, self.uselist = "write_only", True
        text, collection = _target_text(annotation)
        if self.uselist is None:
            self.uselist = collection is not None
        if collection == "set" and self.collection_class is None:
            self.collection_class = set
        if self.argument is None:
            self.argument = text

    @property
    def entity(self):
        return self.mapper

    @property
    def mapper(self):
        return self.target_class.__mapper__

    @property
    def target(self):
        return self.mapper.local_table

    @property
    def target_class(self):
        argument = self.argument
        if not isinstance(argument, (str, type)) and callable(argument):
            argument = argument()
        if hasattr(argument, "class_"):
            argument = argument.class_
        if isinstance(argument, str):
            argument = self.parent.registry._find_class(argument, self)
        if not hasattr(argument, "__mapper__"):
            from sqlalchemy.exc import ArgumentError

            raise ArgumentError(f"relationship '{self}' expects a class or a mapper argument (received: "
                                f"{type(argument)})")
        return argument

    @property
    def secondary(self):
        secondary = self.secondary_argument
        if not isinstance(secondary, str) and callable(secondary):
            secondary = secondary()
        if isinstance(secondary, str):
            metadata = self.parent.local_table.metadata
            schema = self.parent.local_table.schema
            found = metadata.tables.get(secondary)
            if found is None and schema:
                found = metadata.tables.get(f"{schema}.{secondary}")
            if found is None:
                found = self.parent.registry._evaluate(secondary, self)
            secondary = found
        return secondary

    # --- how: pairs of columns that are equal

    def _columns_of(self, name):
        """foreign_keys= or remote_side= as a list of columns."""
        given = self.arguments.get(name)
        if given is None:
            return []
        if not isinstance(given, str) and callable(given):
            given = given()
        if isinstance(given, str):
            given = self.parent.registry._evaluate(given, self)
        if not isinstance(given, (list, tuple, set)):
            given = [given]
        return [_column(c, self.parent.registry, self) for c in given]

    def _condition(self, name):
        given = self.arguments.get(name)
        if isinstance(given, str):
            return self.parent.registry._evaluate(given, self)
        if given is not None and not hasattr(given, "compare") and callable(given):
            return given()
        return given

    @property
    def joined(self):
        if self._joined is None:
            self._joined = self._work_out()
        return self._joined

    @property
    def direction(self):
        return self.joined[0]

    @property
    def local_columns(self):
        return {local for local, _ in self.joined[1]}

    @property
    def remote_side(self):
        return {remote for _, remote in self.joined[1]}

    @property
    def local_remote_pairs(self):
        return list(self.joined[1])

    @property
    def is_list(self):
        return self.uselist if self.uselist is not None else self.direction is not MANYTOONE

    def _work_out(self):
        """(direction, [(local column, remote column)], [(secondary column, target column)])"""
        mine, other = self.parent.tables, self.mapper.tables
        keys = self._columns_of("foreign_keys")
        secondary = self.secondary
        if secondary is not None:
            first = _secondary_pairs(secondary, mine, self._condition("primaryjoin"))
            second = _secondary_pairs(secondary, other, self._condition("secondaryjoin"))
            if first and second:
                return MANYTOMANY, [(b, a) for a, b in first], second
            self._refuse("secondary", secondary)
        condition = self._condition("primaryjoin")
        if condition is not None:
            pairs = _equal_pairs(condition)
            if pairs is None:
                from sqlalchemy.exc import InvalidRequestError

                raise InvalidRequestError(f"relationship '{self}': only equalities of columns joined by and_() can be "
                                          f"loaded, not primaryjoin {condition}")
        else:
            pairs = _foreign_pairs(mine, other, keys)
        remote = self._columns_of("remote_side")
        outgoing = [(a, b) for a, b in pairs if a.table in mine and b.table in other]
        incoming = [(b, a) for a, b in pairs if b.table in mine and a.table in other]
        if outgoing and incoming and _same(outgoing, [(b, a) for a, b in incoming]):
            if remote and all(any(b is r for r in remote) for _, b in outgoing):
                return MANYTOONE, outgoing, None
            return ONETOMANY, incoming, None
        if outgoing and not incoming:
            return MANYTOONE, outgoing, None
        if incoming and not outgoing:
            return ONETOMANY, incoming, None
        self._refuse("primaryjoin", None)

    def _refuse(self, what, secondary):
        from sqlalchemy.exc import AmbiguousForeignKeysError, NoForeignKeysError

        raise (NoForeignKeysError if secondary is None else AmbiguousForeignKeysError)(
            f"Could not determine join condition between parent/child tables on relationship {self} - there are no "
            "foreign keys linking these tables.  Ensure that referencing columns are associated with a ForeignKey or "
            f"ForeignKeyConstraint, or specify a '{what}' expression.")

    def _copy(self):
        new = Relationship.__new__(Relationship)
        new.__dict__.update(self.__dict__)
        new._joined = None
        return new

    # --- SQL

    def condition(self):
        """The ON clause."""
        from sqlalchemy import and_

        _, pairs, second = self.joined
        parts = [local == remote for local, remote in pairs]
        parts += [a == b for a, b in second or ()]
        return and_(*parts) if len(parts) > 1 else parts[0]


RelationshipProperty = Relationship
_RelationshipDeclared = Relationship


class RelationshipComparator(Operators):
    """User.posts in an SQL expression."""

    def __init__(self, prop, of_type=None):
        self.prop = self.property = prop
        self._criteria = []

    def __clause_element__(self):
        return self.prop.condition()

    def of_type(self, entity):
        return self

    def and_(self, *criteria):
        new = RelationshipComparator(self.prop)
        new._criteria = [*self._criteria, *criteria]
        return new

    def _exists(self, criterion, named):
        from sqlalchemy import exists

        prop = self.prop
        target = prop.target_class
        where = [prop.condition()]
        if criterion is not None:
            where.append(criterion)
        where += [getattr(target, k) == v for k, v in named.items()]
        froms = [prop.target] + ([prop.secondary] if prop.secondary is not None else [])
        return exists().select_from(*froms).where(*where)

    def any(self, criterion=None, **named):
        return self._exists(criterion, named)

    def has(self, criterion=None, **named):
        return self._exists(criterion, named)

    def _with(self, instance):
        from sqlalchemy import and_

        direction, pairs, _ = self.prop.joined
        if direction is not MANYTOONE:
            from sqlalchemy.exc import InvalidRequestError

            raise InvalidRequestError("Can't compare a collection to an object or collection; use contains() to test "
                                      "for membership.")
        if instance is None:
            return and_(*[local.is_(None) for local, _ in pairs])
        mapper = type(instance).__mapper__
        return and_(*[local == getattr(instance, mapper.get_property_by_column(remote).key)
                      for local, remote in pairs])

    def __eq__(self, other):
        return self._with(other)

    def __ne__(self, other):
        from sqlalchemy import not_

        return not_(self._with(other))

    def __hash__(self):
        return id(self)

    def contains(self, instance):
        from sqlalchemy import and_

        direction, pairs, second = self.prop.joined
        mapper = type(instance).__mapper__
        if direction is MANYTOMANY:
            return self._exists(and_(*[b == getattr(instance, mapper.get_property_by_column(b).key)
                                       for _, b in second]), {})
        owner = self.prop.parent
        return and_(*[local == getattr(instance, mapper.get_property_by_column(remote).key)
                      for local, remote in pairs if owner is not None])


def _target_text(annotation):
    """(target, kind of collection or None) of list["Child"], Optional["Parent"], "Parent | None", Child."""
    import typing

    if type(annotation).__name__ == "ForwardRef":
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        return _target_of_text(annotation.strip())
    arguments = getattr(annotation, "__args__", None)
    origin = typing.get_origin(annotation)
    if arguments and origin is not None or type(annotation).__name__ == "UnionType":
        rest = [a for a in arguments if a is not type(None) and a is not None]
        name = getattr(origin, "__name__", "").lower()
        if name in _COLLECTIONS:
            return _target_text(rest[-1])[0], _COLLECTIONS[name]
        return _target_text(rest[0])
    return annotation, None


_COLLECTIONS = {"list": "list", "set": "set", "sequence": "list", "mutablesequence": "list", "collection": "list",
                "iterable": "list", "frozenset": "set", "mutableset": "set", "abstractset": "set", "dict": "dict",
                "mapping": "dict", "mutablemapping": "dict", "instrumentedlist": "list", "keyfuncdict": "dict",
                "mappedcollection": "dict", "tuple": "list"}


def _target_of_text(text):
    if len(text) > 1 and text[0] in "'\"" and text[-1] == text[0]:
        return _target_of_text(text[1:-1].strip())
    if "|" in text and "[" not in text.partition("|")[0]:
        parts = [p.strip() for p in text.split("|")]
        return _target_of_text(next(p for p in parts if p != "None"))
    head, bracket, rest = text.partition("[")
    if bracket:
        name = head.strip().rpartition(".")[2].lower()
        inside = rest[:rest.rindex("]")].strip()
        if name in _COLLECTIONS:
            if _COLLECTIONS[name] == "dict":
                inside = inside.partition(",")[2].strip()
            return _target_of_text(inside)[0], _COLLECTIONS[name]
        if name in ("optional", "union"):
            parts = [p.strip() for p in inside.split(",")] if name == "union" else [inside]
            return _target_of_text(next(p for p in parts if p != "None"))
    return text, None


def _column(c, registry=None, prop=None):
    if isinstance(c, str):
        c = registry._evaluate(c, prop)
    return plain_element(c)


def _referred(key):
    """The column of a ForeignKey, or None while its table is unknown."""
    from sqlalchemy.exc import NoReferenceError

    try:
        return key.column
    except NoReferenceError:
        return None


def _foreign_pairs(mine, other, keys):
    """(referring, referred) columns between two lists of tables, narrowed by foreign_keys=."""
    found = []
    for tables, opposite in ((mine, other), (other, mine)):
        for table in tables:
            for column in table.c:
                if keys and not any(column is k for k in keys):
                    continue
                for key in column.foreign_keys:
                    referred = _referred(key)
                    if referred is not None and any(referred.table is t for t in opposite):
                        if not any(a is column and b is referred for a, b in found):
                            found.append((column, referred))
    return found


def _secondary_pairs(secondary, tables, condition):
    """(column of the association table, column of a mapped table)"""
    if condition is not None:
        pairs = _equal_pairs(condition) or []
        return [(a, b) if a.table is secondary else (b, a) for a, b in pairs]
    found = []
    for column in secondary.c:
        for key in column.foreign_keys:
            referred = _referred(key)
            if referred is not None and any(referred.table is t for t in tables):
                found.append((column, referred))
    return found


def _equal_pairs(condition):
    """[(left, right)] of a == b and c == d; None when it says more than that."""
    parts = getattr(condition, "clauses", None)
    if parts is not None and not hasattr(condition, "left"):
        found = []
        for part in parts:
            pairs = _equal_pairs(part)
            if pairs is None:
                return None
            found += pairs
        return found
    left, right = getattr(condition, "left", None), getattr(condition, "right", None)
    if getattr(left, "table", None) is None or getattr(right, "table", None) is None:
        return None
    return [(left, right)]


def _same(a, b):
    return len(a) == len(b) and all(any(x is p and y is q for p, q in b) for x, y in a)


def relationship(argument=None, secondary=None, *, init=NO_ARG, repr=NO_ARG, default=NO_ARG, default_factory=NO_ARG,
                 compare=NO_ARG, kw_only=NO_ARG, hash=NO_ARG, dataclass_metadata=NO_ARG, **keywords):
    unknown = set(keywords) - _KNOWN
    if unknown:
        raise TypeError(f"relationship() got an unexpected keyword argument '{sorted(unknown)[0]}'")
    return Relationship(argument, secondary, **keywords, _dataclass=dataclass_arguments(
        init=init, repr=repr, default=default, default_factory=default_factory, compare=compare, kw_only=kw_only,
        hash=hash, metadata=dataclass_metadata))


_KNOWN = {"uselist", "collection_class", "primaryjoin", "secondaryjoin", "back_populates", "order_by", "backref",
          "overlaps", "post_update", "cascade", "viewonly", "lazy", "passive_deletes", "passive_updates",
          "active_history", "enable_typechecks", "foreign_keys", "remote_side", "join_depth", "comparator_factory",
          "single_parent", "innerjoin", "distinct_target_key", "load_on_pending", "query_class", "info",
          "omit_join", "sync_backref", "doc", "bake_queries", "cascade_backrefs", "_legacy_inactive_history_style"}


def dynamic_loader(argument=None, **keywords):
    return relationship(argument, lazy="dynamic", **keywords)


def backref(name, **keywords):
    return (name, keywords)


def foreign(expression):
    return _column(expression)


def remote(expression):
    return _column(expression)
