class AsyncSession:
    pass


class async_sessionmaker:
    def __init__(self, bind=None, **kw):
        self.bind = bind
        self.kw = kw

    def __class_getitem__(cls, item):
        return cls


class AsyncAttrs:
    pass


class async_scoped_session:
    pass
