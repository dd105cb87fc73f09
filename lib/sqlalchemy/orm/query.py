"""Query: session.query(User).filter(...).all(), a select() that gives objects."""

import copy

from sqlalchemy import and_, delete, exists, func, select, update
from sqlalchemy.exc import InvalidRequestError

from sqlalchemy.orm import loading
from sqlalchemy.orm.base import Operators, plain_element
from sqlalchemy.orm.relationships import Relationship


class Query:
    def __init__(self, entities, session=None):
        self.session = session
        entities = entities if isinstance(entities, (list, tuple)) else [entities]
        self._given = list(entities)
        self._entities = [loading.entity_for(e) for e in entities]
        self._where, self._steps = [], []
        self._limit = self._offset = None
        self._orders, self._overwrite, self._last = [], False, None
        self._froms = []
        for entity in self._entities:
            mapper = getattr(entity, "mapper", None)
            if mapper is not None and entity.adapt is None:
                criterion = mapper.single_criterion()
                if criterion is not None:
                    self._where.append(criterion)

    def _copy(self):
        new = type(self).__new__(type(self))
        new.__dict__.update(self.__dict__)
        for name in ("_where", "_steps", "_orders", "_froms"):
            setattr(new, name, list(getattr(self, name)))
        return new

    def _step(self, method, *arguments, **keywords):
        """Something that the select() does itself."""
        new = self._copy()
        new._steps.append((method, arguments, keywords))
        return new

    # --- the statement

    def _statement(self, columns=None):
        if columns is None:
            columns = [c for e in self._entities for c in e.columns]
        made = select(*columns)
        for entity in self._entities:
            mapper = getattr(entity, "mapper", None)
            if mapper is not None and len(mapper.tables) > 1 and entity.adapt is None and not self._froms:
                made = made.select_from(mapper.selectable)
        if self._froms:
            made = made.select_from(*self._froms)
        for method, arguments, keywords in self._steps:
            made = getattr(made, method)(*arguments, **keywords)
        if self._where:
            made = made.where(*self._where)
        if self._orders:
            made = made.order_by(*self._orders)
        if self._limit is not None:
            made = made.limit(self._limit)
        if self._offset is not None:
            made = made.offset(self._offset)
        return made

    statement = property(lambda self: self._statement())
    selectable = statement

    def __clause_element__(self):
        return self._statement()

    def __str__(self):
        return str(self._statement())

    def subquery(self, name=None, **keywords):
        return self._statement().subquery(name)

    def cte(self, name=None, recursive=False, nesting=False):
        return self._statement().cte(name, recursive=recursive)

    def scalar_subquery(self):
        return self._statement().scalar_subquery()

    as_scalar = scalar_subquery

    def label(self, name):
        return self.scalar_subquery().label(name)

    # --- narrowing

    def filter(self, *criteria):
        new = self._copy()
        new._where += [plain_element(c) for c in criteria]
        return new

    where = filter

    def filter_by(self, **named):
        entity = self._last
        if entity is None:
            entity = next((g for g in self._given if hasattr(g, "__mapper__")), None)
        if entity is None:
            attribute = next((g for g in self._given if hasattr(g, "class_")), None)
            entity = getattr(attribute, "class_", None)
        if entity is None:
            raise InvalidRequestError("Can't use filter_by() on a query without a mapped class")
        parts = []
        for name, value in named.items():
            attribute = getattr(entity, name, None)
            if attribute is None:
                shown = getattr(entity, "__tablename__", getattr(entity, "__name__", entity))
                raise InvalidRequestError(f'Entity namespace for "{shown}" has no property "{name}"')
            parts.append(attribute == value)
        return self.filter(*parts)

    def order_by(self, *criteria):
        new = self._copy()
        if len(criteria) == 1 and (criteria[0] is None or criteria[0] is False):
            new._orders = []
        else:
            new._orders += [plain_element(c) for c in criteria]
        return new

    def group_by(self, *columns):
        return self._step("group_by", *[plain_element(c) for c in columns])

    def having(self, *criteria):
        return self._step("having", *criteria)

    def distinct(self, *columns):
        return self._step("distinct", *[plain_element(c) for c in columns])

    def limit(self, limit):
        new = self._copy()
        new._limit = limit
        return new

    def offset(self, offset):
        new = self._copy()
        new._offset = offset
        return new

    def slice(self, start, stop):
        new = self._copy()
        new._offset = (self._offset or 0) + (start or 0)
        new._limit = None if stop is None else stop - (start or 0)
        return new

    def with_for_update(self, **options):
        return self._step("with_for_update", **options)

    def select_from(self, *froms):
        from sqlalchemy.orm.util import _from

        new = self._copy()
        new._froms += [_from(f) for f in froms]
        return new

    def _from_also(self, table):
        new = self._copy()
        new._froms = [*new._froms, *[e.mapper.selectable for e in self._entities if hasattr(e, "mapper")], table]
        return new

    def join(self, target, *on, isouter=False, full=False):
        from sqlalchemy.orm.util import _from

        new = self
        for one in [target] if not on or len(on) == 1 else [target, *on]:
            new = new._join(one, on[0] if len(on) == 1 else None, isouter, full, _from)
        return new

    def _join(self, target, on, isouter, full, as_from):
        prop = getattr(target, "prop", None) or getattr(on, "prop", None)
        entity = target
        if isinstance(prop, Relationship):
            if getattr(target, "prop", None) is prop:
                entity = prop.target_class
            _, pairs, second = prop.joined
            target_from = as_from(entity)
            if second:
                new = self._step("join", prop.secondary, and_(*[a == b for a, b in pairs]), isouter=isouter, full=full)
                new = new._step("join", target_from, and_(*[a == b for a, b in second]), isouter=isouter, full=full)
            else:
                new = self._step("join", target_from, prop.condition(), isouter=isouter, full=full)
        elif on is not None:
            new = self._step("join", as_from(target), plain_element(on), isouter=isouter, full=full)
        else:
            new = self._step("join", as_from(target), isouter=isouter, full=full)
        new._last = entity if hasattr(entity, "__mapper__") else None
        return new

    def outerjoin(self, target, *on, full=False):
        return self.join(target, *on, isouter=True, full=full)

    def reset_joinpoint(self):
        new = self._copy()
        new._last = None
        return new

    def _combine(self, method, queries):
        made = getattr(self._statement(), method)(*[q._statement() for q in queries]).subquery("anon_1")
        new = Query([], self.session)
        new._entities, new._given = self._entities, self._given
        new._fixed = select(made)
        new._statement = lambda columns=None: new._fixed
        return new

    def union(self, *queries):
        return self._combine("union", queries)

    def union_all(self, *queries):
        return self._combine("union_all", queries)

    # --- what changes only how objects are read

    def options(self, *options):
        new = self._copy()
        new._entities = [copy.copy(entity) for entity in new._entities]
        loading.restrict(new._entities, options)
        return new

    def _same(self, *arguments, **keywords):
        return self

    yield_per = execution_options = enable_eagerloads = enable_assertions = autoflush = correlate = _same
    set_label_style = with_labels = with_hint = prefix_with = suffix_with = enable_baked_queries = _same

    def populate_existing(self):
        new = self._copy()
        new._overwrite = True
        return new

    def params(self, *dicts, **values):
        return self._step("params", *dicts, **values)

    def with_entities(self, *entities):
        new = self._copy()
        if not new._froms:
            new._froms = [e.mapper.selectable for e in self._entities if hasattr(e, "mapper") and e.adapt is None and
                          not any(m == "join" for m, _, _ in self._steps)]
        new._given, new._entities = list(entities), [loading.entity_for(e) for e in entities]
        return new

    def add_columns(self, *columns):
        new = self._copy()
        new._given = [*self._given, *columns]
        new._entities = [*self._entities, *[loading.entity_for(c) for c in columns]]
        return new

    add_column = add_entity = add_columns

    def with_session(self, session):
        new = self._copy()
        new.session = session
        return new

    # --- results

    def _result(self):
        session = self.session
        session._autoflush()
        rows = session._run(self._statement()).all()
        if self._overwrite:
            for entity in self._entities:
                if hasattr(entity, "mapper"):
                    session._expire_class_of(entity.mapper.local_table)
        return loading.read(session, self._entities, rows)

    def _is_single(self):
        return len(self._entities) == 1 and hasattr(self._entities[0], "mapper")

    def all(self):
        result = self._result()
        return result.scalars().unique().all() if self._is_single() else result.all()

    def __iter__(self):
        return iter(self.all())

    def __getitem__(self, item):
        if isinstance(item, slice):
            if (item.start or 0) < 0 or (item.stop is not None and item.stop < 0):
                return self.all()[item]
            found = self.slice(item.start, item.stop).all()
            return found[::item.step] if item.step else found
        return self.all()[item] if item < 0 else self.slice(item, item + 1).all()[0]

    def first(self):
        query = self if self._limit is not None else self.limit(1)
        return next(iter(query.all()), None)

    def one_or_none(self):
        result = self._result()
        return (result.scalars().unique() if self._is_single() else result).one_or_none()

    def one(self):
        result = self._result()
        return (result.scalars().unique() if self._is_single() else result).one()

    def scalar(self):
        try:
            row = self.one()
        except InvalidRequestError as e:
            if type(e).__name__ != "NoResultFound":
                raise
            return None
        return row[0] if isinstance(row, tuple) else row

    def scalars(self):
        return self._result().scalars()

    def get(self, ident):
        return self.session.get(self._given[0], ident)

    def count(self):
        inner = self._statement().subquery("anon_1")
        return self.session._run_after_flush(select(func.count()).select_from(inner)).scalar()

    def exists(self):
        made = exists().where(*self._where) if self._where else exists()
        froms = self._froms or [e.mapper.selectable for e in self._entities if hasattr(e, "mapper")]
        return made.select_from(*froms) if froms else made

    # --- changes without objects

    def _target(self):
        entity = self._entities[0]
        if hasattr(entity, "mapper"):
            return entity.mapper
        return self._given[0].parent

    def update(self, values, synchronize_session="auto", update_args=None):
        mapper = self._target()
        self.session._autoflush()
        table, by_column = mapper.local_table, {}
        for key, value in (values.items() if hasattr(values, "items") else values):
            if isinstance(key, str):
                column = mapper._props[key].columns[0] if key in mapper._props else table.c[key]
            else:
                column = plain_element(key)
            by_column[column.key] = plain_element(value) if isinstance(value, Operators) else value
        statement = update(table).where(*self._where) if self._where else update(table)
        result = self.session._run(statement.values(by_column))
        self.session._expire_class_of(table)
        return result.rowcount

    def delete(self, synchronize_session="auto", delete_args=None):
        mapper = self._target()
        self.session._autoflush()
        table = mapper.local_table
        statement = delete(table).where(*self._where) if self._where else delete(table)
        result = self.session._run(statement)
        self.session._expire_class_of(table)
        return result.rowcount

    @property
    def column_descriptions(self):
        return [{"name": e.name, "type": getattr(e, "mapper", None) and e.mapper.class_, "expr": g, "aliased": False,
                 "entity": getattr(e, "mapper", None) and e.mapper.class_}
                for e, g in zip(self._entities, self._given)]

    def __class_getitem__(cls, item):
        return cls


class AppenderQuery(Query):
    pass


class QueryContext:
    pass


FromStatement = AliasOption = QueryContext
