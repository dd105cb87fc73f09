"""sqlalchemy.ext.asyncio's sessions: each awaits nothing but calls the Session inside."""

from sqlalchemy.orm.session import Session


class AsyncAttrs:
    @property
    def awaitable_attrs(self):
        return _Awaitable(self)


class _Awaitable:
    def __init__(self, instance):
        self._instance = instance

    def __getattr__(self, name):
        async def read():
            return getattr(self._instance, name)

        return read()


class _AsyncTransaction:
    def __init__(self, transaction, session):
        self._transaction, self._session = transaction, session

    def __await__(self):
        return _done(self).__await__()

    async def __aenter__(self):
        self._transaction.__enter__()
        return self

    async def __aexit__(self, *error):
        return self._transaction.__exit__(*error)

    async def commit(self):
        self._transaction.commit()

    async def rollback(self):
        self._transaction.rollback()

    is_active = property(lambda self: self._transaction.is_active)


AsyncSessionTransaction = _AsyncTransaction


async def _done(value):
    return value


class AsyncSession:
    sync_session_class = Session

    def __init__(self, bind=None, *, binds=None, sync_session_class=None, **keywords):
        if sync_session_class is not None:
            self.sync_session_class = sync_session_class
        self.bind = bind
        self.sync_session = self.sync_session_class(bind=_sync(bind),
                                                    binds={k: _sync(b) for k, b in (binds or {}).items()}, **keywords)

    def __class_getitem__(cls, item):
        return cls

    # --- what runs SQL

    async def execute(self, statement, params=None, **keywords):
        return self.sync_session.execute(statement, params, **keywords)

    async def scalar(self, statement, params=None, **keywords):
        return self.sync_session.scalar(statement, params, **keywords)

    async def scalars(self, statement, params=None, **keywords):
        return self.sync_session.scalars(statement, params, **keywords)

    async def stream(self, statement, params=None, **keywords):
        return _AsyncRows(self.sync_session.execute(statement, params, **keywords))

    async def stream_scalars(self, statement, params=None, **keywords):
        return _AsyncRows(self.sync_session.scalars(statement, params, **keywords))

    async def get(self, entity, ident, **keywords):
        return self.sync_session.get(entity, ident, **keywords)

    async def get_one(self, entity, ident, **keywords):
        return self.sync_session.get_one(entity, ident, **keywords)

    async def refresh(self, instance, attribute_names=None, with_for_update=None):
        self.sync_session.refresh(instance, attribute_names, with_for_update)

    async def delete(self, instance):
        self.sync_session.delete(instance)

    async def merge(self, instance, **keywords):
        return self.sync_session.merge(instance, **keywords)

    async def flush(self, objects=None):
        self.sync_session.flush(objects)

    async def commit(self):
        self.sync_session.commit()

    async def rollback(self):
        self.sync_session.rollback()

    async def close(self):
        self.sync_session.close()

    aclose = reset = invalidate = close

    async def connection(self, **keywords):
        from sqlalchemy.ext.asyncio import AsyncConnection

        connection = self.sync_session.connection()
        wrap = getattr(AsyncConnection, "_from_sync", None)
        return wrap(connection) if wrap is not None else _AsyncConnection(connection)

    async def run_sync(self, fn, *args, **keywords):
        return fn(self.sync_session, *args, **keywords)

    def begin(self):
        return _AsyncTransaction(self.sync_session.begin(), self)

    def begin_nested(self):
        return _AsyncTransaction(self.sync_session.begin_nested(), self)

    async def close_all(self):
        from sqlalchemy.orm.session import close_all_sessions

        close_all_sessions()

    def __getattr__(self, name):
        if name.startswith("__") or name == "sync_session":
            raise AttributeError(name)
        return getattr(self.sync_session, name)

    def __contains__(self, instance):
        return instance in self.sync_session

    def __iter__(self):
        return iter(self.sync_session)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.sync_session.close()


class _AsyncConnection:
    """A connection whose methods are awaited."""

    def __init__(self, sync_connection):
        self.sync_connection = sync_connection

    def __getattr__(self, name):
        method = getattr(self.sync_connection, name)

        async def run(*args, **keywords):
            return method(*args, **keywords)

        return run

    async def run_sync(self, fn, *args, **keywords):
        return fn(self.sync_connection, *args, **keywords)


class _AsyncRows:
    def __init__(self, result):
        self._result = result

    def __aiter__(self):
        self._rows = iter(self._result)
        return self

    async def __anext__(self):
        for row in self._rows:
            return row
        raise StopAsyncIteration

    def __getattr__(self, name):
        method = getattr(self._result, name)
        if name in ("scalars", "mappings", "unique", "yield_per", "keys"):
            return lambda *a, **k: _AsyncRows(method(*a, **k)) if name != "keys" else method()

        async def run(*args, **keywords):
            return method(*args, **keywords)

        return run


def _sync(bind):
    if bind is None:
        return None
    return getattr(bind, "sync_engine", None) or getattr(bind, "sync_connection", None) or bind


class async_sessionmaker:
    def __init__(self, bind=None, *, class_=AsyncSession, autoflush=True, expire_on_commit=True, info=None, **keywords):
        self.class_ = class_
        self.kw = {"bind": bind, "autoflush": autoflush, "expire_on_commit": expire_on_commit, **keywords}
        if info is not None:
            self.kw["info"] = info

    def __class_getitem__(cls, item):
        return cls

    def __call__(self, **keywords):
        return self.class_(**{**self.kw, **keywords})

    def configure(self, **keywords):
        self.kw.update(keywords)

    def begin(self):
        return _Begin(self())


class _Begin:
    def __init__(self, session):
        self.session = session

    async def __aenter__(self):
        return self.session

    async def __aexit__(self, kind, value, trace):
        try:
            if kind is None:
                await self.session.commit()
            else:
                await self.session.rollback()
        finally:
            await self.session.close()


class async_scoped_session:
    def __init__(self, session_factory, scopefunc=None):
        self.session_factory, self.registry, self._session = session_factory, self, None

    def __class_getitem__(cls, item):
        return cls

    def __call__(self, **keywords):
        if self._session is None:
            self._session = self.session_factory(**keywords)
        return self._session

    async def remove(self):
        if self._session is not None:
            await self._session.close()
        self._session = None

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self(), name)


def async_object_session(instance):
    return None


def async_session(session):
    return None


async def close_all_sessions():
    from sqlalchemy.orm.session import close_all_sessions as close

    close()
