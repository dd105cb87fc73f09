"""A stand-in for Flask-SQLAlchemy 3: the db object, its Model with table names of its own, and everything of
sqlalchemy and sqlalchemy.orm under db."""

from sqlalchemy import MetaData

from flask_sqlalchemy import model
from flask_sqlalchemy.model import BindMixin, Model, NameMixin, _QueryProperty

__version__ = "3.1.1"
__incomplete__ = True


class SQLAlchemy:
    def __init__(self, app=None, *, metadata=None, session_options=None, query_class=None, model_class=Model,
                 engine_options=None, add_models_to_shell=True, disable_autonaming=False, use_native_unicode=None):
        from sqlalchemy.orm import Query

        self.Query = query_class or _query_class(Query)
        self.metadatas, self._engine_options = {}, dict(engine_options or {})
        self._engines, self._app, self.disable_autonaming = {}, None, disable_autonaming
        self.session = self._make_scoped_session(dict(session_options or {}))
        if metadata is not None:
            self.metadatas[None] = metadata
        self.Model = self._make_declarative_base(model_class)
        if app is not None:
            self.init_app(app)

    def _make_scoped_session(self, options):
        from sqlalchemy.orm import scoped_session, sessionmaker

        options.pop("scopefunc", None)
        options.setdefault("query_cls", self.Query)
        factory = sessionmaker(**options)

        def make(**keywords):
            if "bind" not in keywords and factory.kw.get("bind") is None:
                keywords["bind"] = self.engine
            return factory(**keywords)

        return scoped_session(make)

    def _make_metadata(self, bind_key):
        if bind_key not in self.metadatas:
            main = self.metadatas.get(None)
            made = MetaData(naming_convention=dict(main.naming_convention) if main is not None else None)
            made.info["bind_key"] = bind_key
            self.metadatas[bind_key] = made
        return self.metadatas[bind_key]

    def _make_declarative_base(self, model_class):
        from sqlalchemy import orm

        bases = model_class if isinstance(model_class, tuple) else (model_class,)
        modern = [b for b in bases if isinstance(b, type) and issubclass(b, (orm.DeclarativeBase,
                                                                             orm.DeclarativeBaseNoMeta))]
        members = {"__fsa__": self, "query_class": self.Query, "query": _QueryProperty(), "__module__": __name__}
        if modern:
            base = modern[0]
            extra = tuple(b for b in bases if b is not base)
            metadata = base.__dict__.get("metadata") or self.metadatas.get(None)
            if not isinstance(metadata, MetaData):
                metadata = MetaData()
            self.metadatas[None] = metadata
            if not isinstance(getattr(base, "registry", None), orm.registry):
                members["metadata"] = metadata
            members["__abstract__"] = True
            naming = (BindMixin,) if self.disable_autonaming else (BindMixin, NameMixin)
            made = type(base)("Model", (*naming, *extra, base, Model), members)
            self.metadatas[None] = made.metadata
            return made
        if isinstance(model_class, type) and isinstance(model_class, orm.DeclarativeMeta):
            model_class.__fsa__, model_class.query_class = self, self.Query
            self.metadatas.setdefault(None, model_class.metadata)
            return model_class
        metadata = self.metadatas.setdefault(None, MetaData())
        metaclass = model.DefaultMetaNoName if self.disable_autonaming else model.DefaultMeta
        made = orm.declarative_base(metadata=metadata, cls=model_class, name="Model", metaclass=metaclass)
        for name in ("__fsa__", "query_class", "query"):
            type.__setattr__(made, name, members[name])
        return made

    @property
    def metadata(self):
        return self.metadatas[None]

    # --- the application

    def init_app(self, app):
        self._app = app
        extensions = getattr(app, "extensions", None)
        if isinstance(extensions, dict):
            extensions["sqlalchemy"] = self

    def _config(self):
        app = self._app
        if app is None:
            try:
                from flask import current_app as app
            except ImportError:
                app = None
        return getattr(app, "config", None)

    def get_engine(self, bind_key=None, **keywords):
        if bind_key not in self._engines:
            self._engines[bind_key] = self._make_engine(bind_key)
        return self._engines[bind_key]

    def _make_engine(self, bind_key):
        from sqlalchemy import create_engine

        config = self._config()
        if not isinstance(config, dict):
            raise RuntimeError("The current Flask app is not available: the database URL of db is unknown")
        if bind_key is None:
            url = config.get("SQLALCHEMY_DATABASE_URI")
        else:
            url = (config.get("SQLALCHEMY_BINDS") or {}).get(bind_key)
        if isinstance(url, dict):
            url = url.get("url")
        if not url:
            raise RuntimeError("Either 'SQLALCHEMY_DATABASE_URI' or 'SQLALCHEMY_BINDS' must be set.")
        return create_engine(url, **{**self._engine_options, **(config.get("SQLALCHEMY_ENGINE_OPTIONS") or {})})

    engine = property(get_engine)

    @property
    def engines(self):
        config = self._config()
        names = [None, *((config.get("SQLALCHEMY_BINDS") or {}) if isinstance(config, dict) else ())]
        return {name: self.get_engine(name) for name in names}

    def get_binds(self):
        return {t: self.engine for t in self.metadata.tables.values()}

    def get_tables_for_bind(self, bind_key=None):
        return list(self.metadatas[bind_key].tables.values()) if bind_key in self.metadatas else []

    def create_all(self, bind_key="__all__"):
        self.metadata.create_all(self.engine)

    def drop_all(self, bind_key="__all__"):
        self.metadata.drop_all(self.engine)

    def reflect(self, bind_key="__all__"):
        self.metadata.reflect(self.engine)

    # --- everything else

    def Table(self, name, *args, **keywords):
        from sqlalchemy import Table

        if args and isinstance(args[0], MetaData):
            return Table(name, *args, **keywords)
        key = keywords.pop("bind_key", None)
        metadata = self.metadata if key is None else self._make_metadata(key)
        return Table(name, metadata, *args, **keywords)

    def relationship(self, *args, **keywords):
        from sqlalchemy import orm

        return orm.relationship(*args, **keywords)

    def dynamic_loader(self, argument, **keywords):
        from sqlalchemy import orm

        return orm.dynamic_loader(argument, **keywords)

    def paginate(self, select, *, page=None, per_page=None, max_per_page=None, error_out=True, count=True):
        page, per_page = page or 1, per_page or 20
        items = self.session.execute(select.limit(per_page).offset((page - 1) * per_page)).scalars().all()
        return Pagination(items, page, per_page)

    def first_or_404(self, statement, *, description=None):
        return self.session.execute(statement).scalar()

    def get_or_404(self, entity, ident, *, description=None):
        return self.session.get(entity, ident)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        import sqlalchemy
        from sqlalchemy import orm

        for module in (sqlalchemy, orm):
            if name in dir(module):
                return getattr(module, name)
        if hasattr(orm, name):  # not built in: as a module that is not available
            return getattr(orm, name)
        if name == "event":
            from sqlalchemy import event

            return event
        raise AttributeError(name)

    def __repr__(self):
        return "<SQLAlchemy>"


class Pagination:
    def __init__(self, items, page, per_page):
        self.items, self.page, self.per_page = items, page, per_page


def _query_class(base):
    class FlaskQuery(base):
        def get_or_404(self, ident, description=None):
            return self.get(ident)

        def first_or_404(self, description=None):
            return self.first()

        def paginate(self, *, page=None, per_page=None, **keywords):
            page, per_page = page or 1, per_page or 20
            return Pagination(self.limit(per_page).offset((page - 1) * per_page).all(), page, per_page)

    FlaskQuery.__name__ = "Query"
    return FlaskQuery


BaseQuery = None
