"""A stand-in for Flask-Migrate: the object an application makes; the commands are Retort's own."""

__incomplete__ = True  # upgrade(), MigrateCommand: names without values


class Migrate:
    def __init__(self, app=None, db=None, directory="migrations", command="db", compare_type=True, render_as_batch=True,
                 **keywords):
        self.db, self.directory, self.configure_callbacks = db, directory, []
        self.alembic_ctx_kwargs = {"compare_type": compare_type, "render_as_batch": render_as_batch, **keywords}
        if app is not None and db is not None:
            self.init_app(app, db, directory)

    def init_app(self, app, db=None, directory=None, command=None, compare_type=None, render_as_batch=None, **keywords):
        self.db = db or self.db
        self.directory = directory or self.directory
        self.alembic_ctx_kwargs.update(keywords)
        extensions = getattr(app, "extensions", None)
        if isinstance(extensions, dict):
            extensions["migrate"] = _Config(self, self.db, **self.alembic_ctx_kwargs)

    def configure(self, fn):
        self.configure_callbacks.append(fn)
        return fn

    def call_configure_callbacks(self, config):
        for fn in self.configure_callbacks:
            config = fn(config)
        return config


class _Config:
    def __init__(self, migrate, db, **keywords):
        self.migrate, self.db, self.directory = migrate, db, migrate.directory
        self.configure_args = keywords

    @property
    def metadata(self):
        return self.db.metadata


def _refuse(*args, **keywords):
    raise RuntimeError("the commands of Flask-Migrate are not available inside retort: run `retort` itself")


init = revision = migrate = edit = merge = upgrade = downgrade = show = history = heads = branches = current = stamp = check = _refuse
